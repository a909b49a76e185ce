package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Group;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Mails: how many, which, when, from whom. Reads no further back than the question goes. */
final class MailsAnswer {
    private static final Comparator<List<Message>> MOST_FIRST = Comparator.comparingInt(
                    (List<Message> sent) -> -sent.size())
            .thenComparing(sent -> WantedMails.isBulk(sent.getFirst()));
    private static final int QUOTED = 3;
    private static final int QUOTE = 160;
    private static final int CHECK_EVERY = 1000;

    private final Desks desks;
    private final Speech speech;
    private final Progress progress;

    MailsAnswer(Desks desks, Speech speech, Progress progress) {
        this.desks = desks;
        this.speech = speech;
        this.progress = progress;
    }

    /** Empty when the question has words that no mail explains. */
    Optional<Answer> of(Asking asking) {
        if (asking.group().filter(Group.SENDER::equals).isPresent() || asking.kind() == Kind.WHO) {
            return bySender(asking);
        }
        return found(asking).map(mails -> {
            boolean few = mails.size() <= QUOTED && asking.kind() != Kind.COUNT;
            return new Report(speech, asking, what(asking))
                    .of(mails.stream().map(mail -> line(mail, few)).toList());
        });
    }

    /** The same by sender, who sent most first, and people before lists. */
    Optional<Answer> bySender(Asking asking) {
        return found(asking).map(mails -> {
            var senders = new LinkedHashMap<String, List<Message>>();
            mails.forEach(mail -> senders.computeIfAbsent(
                            mail.envelope().from().email(), _ -> new ArrayList<>())
                    .add(mail));
            var lines = senders.values().stream()
                    .sorted(MOST_FIRST)
                    .map(this::sender)
                    .toList();
            var report = new Report(speech, asking, speech.say("ask.senders"));
            return report.of(lines);
        });
    }

    private Optional<List<Message>> found(Asking asking) {
        var filter = new MailFilter(asking.by(), desks.zone());
        var start = asking.by()
                .period()
                .flatMap(period -> period.from())
                .map(day -> day.atStartOfDay(desks.zone()).toInstant());
        var found = new ArrayList<Message>();
        var seen = new int[1];
        desks.messages().forEachNewestFirst(mail -> {
            if (++seen[0] % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            if (filter.isMeant(mail)) {
                found.add(mail);
            }
            return start.filter(mail.envelope().receivedAt()::isBefore).isEmpty();
        });
        return filter.leavesWordsUnexplained() ? Optional.empty() : Optional.of(found);
    }

    private Line line(Message mail, boolean quoted) {
        var envelope = mail.envelope();
        var at = envelope.receivedAt();
        var text = speech.say(
                "ask.mail",
                speech.day(at),
                OneLine.of(envelope.from().display()),
                OneLine.of(envelope.subject()));
        var preview = OneLine.of(envelope.preview());
        return new Line(
                at,
                speech.moment(at),
                quoted && !preview.isEmpty() ? text + " " + speech.say("ask.quote", cut(preview)) : text,
                List.of(mail));
    }

    private static String cut(String text) {
        if (text.length() <= QUOTE) {
            return text;
        }
        int end = text.lastIndexOf(' ', QUOTE);
        return text.substring(0, end > 0 ? end : Character.isHighSurrogate(text.charAt(QUOTE - 1)) ? QUOTE - 1 : QUOTE)
                + " …";
    }

    private Line sender(List<Message> mails) {
        var newest = mails.getFirst();
        var at = newest.envelope().receivedAt();
        return new Line(
                at,
                speech.day(at),
                speech.say(
                        "ask.sender",
                        OneLine.of(newest.envelope().from().toString()),
                        speech.number(mails.size()),
                        speech.day(at)),
                List.of(newest));
    }

    private String what(Asking asking) {
        var categories = asking.by().values("category").stream().sorted().toList();
        return categories.isEmpty()
                ? speech.say("ask.mails")
                : speech.say(
                        "ask.mails.of",
                        String.join(
                                ", ",
                                categories.stream()
                                        .map(id -> speech.say("approvals.category." + id))
                                        .toList()));
    }
}
