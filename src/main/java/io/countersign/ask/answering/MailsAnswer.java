package io.countersign.ask.answering;

import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.ask.reading.Asking.Group;
import io.countersign.ask.reading.Asking.Kind;
import io.countersign.ask.reading.Asking.Pick;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mails: how many, which, when, from whom. */
final class MailsAnswer {
    private static final Comparator<Sent> NEWEST_FIRST = Comparator.comparingLong((Sent sent) -> -sent.newest.micros());
    private static final Comparator<Sent> MOST_FIRST = Comparator.comparingLong((Sent sent) -> -sent.count)
            .thenComparing(sent -> WantedMails.isBulk(sent.newest.category()))
            .thenComparing(NEWEST_FIRST);
    private static final int QUOTED = 3;
    private static final int QUOTE = 160;

    private final Desks desks;
    private final Speech speech;
    private final Progress progress;

    MailsAnswer(Desks desks, Speech speech, Progress progress) {
        this.desks = desks;
        this.speech = speech;
        this.progress = progress;
    }

    /** What one sender sent. */
    private static final class Sent {
        private final MailMark newest;
        private long count;

        Sent(MailMark newest) {
            this.newest = newest;
        }
    }

    /** Empty when the question has words that no mail explains. */
    Optional<Answer> of(Asking asking) {
        if (asking.group().filter(Group.SENDER::equals).isPresent()
                || (asking.kind() == Kind.WHO && !asking.isOfOne())) {
            return bySender(asking);
        }
        return new MeantMails(desks, asking.by(), progress)
                .find()
                .map(found -> LineGroups.isBy(asking.group()) ? divided(asking, found) : listed(asking, found));
    }

    private Answer listed(Asking asking, List<MailMark> found) {
        boolean counts = asking.kind() == Kind.COUNT;
        var picked = asking.isOfOne() && !counts ? picked(found, asking.pick()) : found;
        long total = picked.size();
        boolean few = total <= QUOTED && !counts;
        var mails = MeantMails.read(desks, picked.subList(0, Math.min(picked.size(), Report.LISTED)));
        return new Report(speech, asking, what(asking))
                .of(mails.stream().map(mail -> line(mail, few)).toList(), total);
    }

    private Answer divided(Asking asking, List<MailMark> found) {
        var lines = found.stream()
                .map(mark -> new Line(mark.at(), "", Long.toString(mark.id()), List.of()))
                .toList();
        var groups = new LineGroups(speech, desks.zone());
        var newest = groups.of(lines, asking.group().orElseThrow()).stream()
                .limit(Report.LISTED)
                .toList();
        return new Report(speech, asking, what(asking))
                .of(
                        proven(newest, found),
                        speech.say(
                                "ask.count",
                                new Report(speech, asking, what(asking)).subject(),
                                speech.number(found.size())));
    }

    /** With the newest mail of each part. */
    private List<Line> proven(List<Line> parts, List<MailMark> found) {
        return parts.stream()
                .map(part -> new Line(
                        part.at(),
                        part.when(),
                        part.text(),
                        found.stream()
                                .filter(mark -> mark.at().equals(part.at()))
                                .limit(1)
                                .flatMap(mark -> desks.messages().find(mark.id()).stream())
                                .toList()))
                .toList();
    }

    private static List<MailMark> picked(List<MailMark> found, Pick pick) {
        if (found.isEmpty()) {
            return found;
        }
        return List.of(pick == Pick.NEWEST ? found.getFirst() : found.getLast());
    }

    /** The same by sender, who sent most first, and people before lists. */
    Optional<Answer> bySender(Asking asking) {
        return new MeantMails(desks, asking.by(), progress).find().map(found -> senders(asking, found));
    }

    private Answer senders(Asking asking, List<MailMark> found) {
        var senders = new LinkedHashMap<String, Sent>();
        found.forEach(mark -> senders.computeIfAbsent(mark.from().email(), _ -> new Sent(mark)).count++);
        boolean newest = asking.pick() == Pick.NEWEST;
        var first = senders.values().stream()
                .sorted(newest ? NEWEST_FIRST : MOST_FIRST)
                .limit(newest ? 1 : Report.LISTED)
                .toList();
        var mails = desks.mails(first.stream().map(sent -> sent.newest.id()).toList());
        var lines = first.stream()
                .flatMap(sent -> Stream.ofNullable(mails.get(sent.newest.id())).map(mail -> sender(mail, sent.count)))
                .toList();
        return new Report(speech, asking, speech.say("ask.senders")).of(lines, newest ? lines.size() : senders.size());
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

    private Line sender(Message newest, long count) {
        var at = newest.envelope().receivedAt();
        return new Line(
                at,
                speech.day(at),
                speech.say(
                        "ask.sender",
                        OneLine.of(newest.envelope().from().toString()),
                        speech.number(count),
                        speech.day(at)),
                List.of(newest));
    }

    String what(Asking asking) {
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
