package io.countersign.ask.answering;

import io.countersign.ask.reading.Intent.Wanted;
import io.countersign.ask.reading.Intent.Wanted.Deed;
import io.countersign.ask.reading.Narrowing;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose mail a person wants no more: one mail of each sender stands for all, the newest that lets it be done. */
final class WantedSenders {
    private static final Duration INACTIVE = Duration.ofDays(60);

    private final Desks desks;
    private final Speech speech;
    private final Progress progress;

    WantedSenders(Desks desks, Speech speech, Progress progress) {
        this.desks = desks;
        this.speech = speech;
        this.progress = progress;
    }

    /** Empty when the wish has words that no mail explains. Whom the person reads they hardly want to leave, unless they say so. */
    Optional<List<Suggested>> of(Wanted wanted) {
        var by = wanted.by();
        boolean named = !by.mentions().isEmpty();
        if (wanted.deed() == Deed.BLOCK && !named) {
            return Optional.of(List.of());
        }
        return meant(by, named)
                .map(marks -> bySender(marks).stream()
                        .filter(sent -> named || isInactive(sent))
                        .flatMap(sent -> suggested(sent, wanted.deed()))
                        .limit(WantedMails.MOST)
                        .toList());
    }

    /** A sender who is named counts more than what the person takes that mail for. */
    private Optional<List<MailMark>> meant(Narrowing by, boolean named) {
        var ofKind = new MeantMails(desks, without(by, "state"), progress).find();
        return named && ofKind.filter(List::isEmpty).isPresent()
                ? new MeantMails(desks, without(without(by, "state"), "category"), progress).find()
                : ofKind;
    }

    private static Narrowing without(Narrowing by, String group) {
        var values = new LinkedHashMap<>(by.values());
        values.remove(group);
        return new Narrowing(by.period(), by.mentions(), by.except(), values, by.past());
    }

    private static List<List<MailMark>> bySender(List<MailMark> marks) {
        var senders = new LinkedHashMap<String, List<MailMark>>();
        marks.forEach(mark -> senders.computeIfAbsent(mark.from().email(), _ -> new ArrayList<>())
                .add(mark));
        return List.copyOf(senders.values());
    }

    /** Nothing of the last {@link #INACTIVE} days, or ever since that sender first wrote, was opened. */
    private boolean isInactive(List<MailMark> sent) {
        long since = MailMark.microsOf(desks.now().minus(INACTIVE));
        var recent = sent.stream().filter(mark -> mark.micros() >= since).toList();
        return WantedMails.isBulk(sent.getFirst().category())
                && sent.getLast().micros() < since
                && recent.stream().allMatch(mark -> mark.flags().unread())
                && MeantMails.read(desks, recent).stream().noneMatch(Message::isProtected);
    }

    private Stream<Suggested> suggested(List<MailMark> sent, Deed deed) {
        boolean blocks = deed == Deed.BLOCK;
        var action = blocks ? new Action.BlockSender() : new Action.Unsubscribe();
        var reason = speech.say("ask.wanted.reason." + (blocks ? "block" : "unsubscribe"));
        return MeantMails.read(desks, sent).stream()
                .map(mail -> new Suggested(mail, action, reason))
                .filter(Suggested::makesSense)
                .limit(1);
    }
}
