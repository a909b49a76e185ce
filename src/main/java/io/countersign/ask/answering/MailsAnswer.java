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
import java.util.function.Consumer;

/** Mails: how many, which, when, from whom. Reads no further back than the question goes. */
final class MailsAnswer {
    private static final Comparator<Sent> NEWEST_FIRST =
            Comparator.comparing((Sent sent) -> sent.newest.envelope().receivedAt(), Comparator.reverseOrder());
    private static final Comparator<Sent> MOST_FIRST = Comparator.comparingLong((Sent sent) -> -sent.count)
            .thenComparing(sent -> WantedMails.isBulk(sent.newest))
            .thenComparing(NEWEST_FIRST);
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

    /** The newest mails, the oldest, and how many there are: a mailbox may hold a million. */
    private static final class Found {
        private final List<Message> newest = new ArrayList<>();
        private Optional<Message> oldest = Optional.empty();
        private long count;

        void add(Message mail) {
            count++;
            oldest = Optional.of(mail);
            if (newest.size() < Report.LISTED) {
                newest.add(mail);
            }
        }

        List<Message> picked(Asking.Pick pick) {
            return switch (pick) {
                case NEWEST -> newest.stream().limit(1).toList();
                case OLDEST -> oldest.stream().toList();
                case ALL, LARGEST, SMALLEST, NEXT -> newest;
            };
        }
    }

    /** What one sender sent. */
    private static final class Sent {
        private final Message newest;
        private long count;

        Sent(Message newest) {
            this.newest = newest;
        }
    }

    /** Empty when the question has words that no mail explains. */
    Optional<Answer> of(Asking asking) {
        if (asking.group().filter(Group.SENDER::equals).isPresent() || asking.kind() == Kind.WHO) {
            return bySender(asking);
        }
        var found = new Found();
        if (!scan(asking, found::add)) {
            return Optional.empty();
        }
        boolean one = asking.pick() == Asking.Pick.NEWEST || asking.pick() == Asking.Pick.OLDEST;
        boolean counts = asking.kind() == Kind.COUNT;
        var mails = counts ? found.newest : found.picked(asking.pick());
        long total = one && !counts ? mails.size() : found.count;
        boolean few = total <= QUOTED && !counts;
        return Optional.of(new Report(speech, asking, what(asking))
                .of(mails.stream().map(mail -> line(mail, few)).toList(), total));
    }

    /** The same by sender, who sent most first, and people before lists. */
    Optional<Answer> bySender(Asking asking) {
        var senders = new LinkedHashMap<String, Sent>();
        boolean understood = scan(
                asking, mail -> senders.computeIfAbsent(mail.envelope().from().email(), _ -> new Sent(mail)).count++);
        if (!understood) {
            return Optional.empty();
        }
        var lines = senders.values().stream()
                .sorted(asking.pick() == Asking.Pick.NEWEST ? NEWEST_FIRST : MOST_FIRST)
                .limit(asking.pick() == Asking.Pick.NEWEST ? 1 : Report.LISTED)
                .map(this::sender)
                .toList();
        long total = asking.pick() == Asking.Pick.NEWEST ? lines.size() : senders.size();
        return Optional.of(new Report(speech, asking, speech.say("ask.senders")).of(lines, total));
    }

    /** Shows all mails that are meant, newest first; false when the question has words that no mail explains. */
    private boolean scan(Asking asking, Consumer<Message> visitor) {
        var filter = new MailFilter(asking.by(), desks.zone());
        var start = asking.by()
                .period()
                .flatMap(period -> period.from())
                .map(day -> day.atStartOfDay(desks.zone()).toInstant());
        var seen = new int[1];
        desks.messages().forEachNewestFirst(mail -> {
            if (++seen[0] % CHECK_EVERY == 0) {
                progress.checkCancelled();
            }
            if (filter.isMeant(mail)) {
                visitor.accept(mail);
            }
            return start.filter(mail.envelope().receivedAt()::isBefore).isEmpty();
        });
        return !filter.leavesWordsUnexplained();
    }

    private Line line(Message mail, boolean quoted) {
        var envelope = mail.envelope();
        var at = envelope.receivedAt();
        var text = speech.say(
                "ask.mail", speech.day(at), OneLine.of(envelope.from().display()), OneLine.of(envelope.subject()));
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

    private Line sender(Sent sent) {
        var newest = sent.newest;
        var at = newest.envelope().receivedAt();
        return new Line(
                at,
                speech.day(at),
                speech.say(
                        "ask.sender",
                        OneLine.of(newest.envelope().from().toString()),
                        speech.number(sent.count),
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
