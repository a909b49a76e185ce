package io.countersign.ask.answering;

import io.countersign.ask.reading.Intent.Wanted;
import io.countersign.ask.reading.Narrowing;
import io.countersign.ask.reading.Period;
import io.countersign.ats.RankedApplication;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which mails a wish is about. Protected mail is spared what takes it away, and nothing pointless is suggested. */
final class WantedMails {
    static final int MOST = 500;
    private static final String SUSPICIOUS = "Suspicious";
    private static final Set<Category> BULK =
            Set.of(Category.NEWSLETTER, Category.PROMOTION, Category.JOB_ALERT, Category.SOCIAL, Category.EVENT);

    private final Desks desks;
    private final Speech speech;
    private final Progress progress;

    WantedMails(Desks desks, Speech speech, Progress progress) {
        this.desks = desks;
        this.speech = speech;
        this.progress = progress;
    }

    /** Newest first; empty when the wish has words that no mail explains. */
    Optional<List<Suggested>> of(Wanted wanted) {
        var by = wanted.by();
        return switch (wanted.deed()) {
            case CLEAN -> mails(cleaned(by), this::isOver, new Action.Archive(), reason("clean"));
            case MARK_READ -> mails(by, _ -> isNarrowed(by), new Action.MarkRead(), reason("mark-read"));
            case FLAG -> flagged(by);
            case UNSUBSCRIBE, BLOCK -> new WantedSenders(desks, speech, progress).of(wanted);
            case CALENDAR -> dated(by);
            case FOLLOW_UP, TASKS -> Optional.of(List.of());
        };
    }

    private String reason(String deed) {
        return speech.say("ask.wanted.reason." + deed);
    }

    private static boolean isNarrowed(Narrowing by) {
        return by.period().isPresent()
                || !by.mentions().isEmpty()
                || !by.values("category").isEmpty();
    }

    /** Without a word about which mail, promotions are meant. */
    private static Narrowing cleaned(Narrowing by) {
        return by.values("category").isEmpty() && by.mentions().isEmpty()
                ? with(by, "category", Category.PROMOTION.id())
                : by;
    }

    private static Narrowing with(Narrowing by, String group, String value) {
        var values = new HashMap<>(by.values());
        values.put(group, Set.of(value));
        return new Narrowing(by.period(), by.mentions(), by.except(), values, by.past());
    }

    /** An offer that still runs is no clutter yet. */
    private boolean isOver(Message mail) {
        return mail.understanding()
                .expiresAt()
                .filter(end -> end.isAfter(desks.now()))
                .isEmpty();
    }

    private Optional<List<Suggested>> flagged(Narrowing by) {
        boolean named = !by.mentions().isEmpty() || !by.values("category").isEmpty();
        var meant = named ? by : with(by, "category", Category.SUSPICIOUS.id());
        return mails(meant, _ -> true, new Action.Label(SUSPICIOUS), reason("flag"))
                .map(labels -> {
                    var all = new ArrayList<>(labels);
                    labels.stream()
                            .map(label ->
                                    new Suggested(label.mail(), new Action.QuarantineAttachment(), reason("flag")))
                            .filter(Suggested::makesSense)
                            .forEach(all::add);
                    return all;
                });
    }

    private Optional<List<Suggested>> mails(Narrowing by, Predicate<Message> also, Action action, String reason) {
        var spared = ofExcepted(by);
        return meant(by)
                .map(found -> found.stream()
                        .filter(also)
                        .filter(mail -> !spared.contains(mail.id()))
                        .map(mail -> new Suggested(mail, action, reason))
                        .filter(Suggested::makesSense)
                        .limit(MOST)
                        .toList());
    }

    /** Who is left out may also be the employer that somebody else writes for. */
    private Set<Long> ofExcepted(Narrowing by) {
        if (by.except().isEmpty()) {
            return Set.of();
        }
        return desks.applications().applications().stream()
                .map(RankedApplication::application)
                .filter(one -> by.except().stream().anyMatch(mention -> NameFilter.isMeant(mention, one.company())))
                .flatMap(one -> one.messageIds().stream())
                .collect(Collectors.toSet());
    }

    private Optional<List<Message>> meant(Narrowing by) {
        return new MeantMails(desks, by, progress).find().map(marks -> MeantMails.read(desks, marks));
    }

    static boolean isBulk(Category category) {
        return BULK.contains(category);
    }

    private Optional<List<Suggested>> dated(Narrowing by) {
        var anyTime = new Narrowing(Optional.empty(), by.mentions(), by.except(), by.values(), by.past());
        var talks = new HashSet<Instant>();
        return mails(
                anyTime,
                mail -> date(mail)
                        .filter(at -> at.isAfter(desks.now()))
                        .filter(at -> isWithin(by.period(), at))
                        .filter(talks::add)
                        .isPresent(),
                new Action.CreateCalendarEvent(),
                reason("calendar"));
    }

    private boolean isWithin(Optional<Period> period, Instant at) {
        return period.filter(days -> !days.contains(at, desks.zone())).isEmpty();
    }

    private static Optional<Instant> date(Message mail) {
        var understanding = mail.understanding();
        return Stream.of(understanding.ats().flatMap(AtsFacts::interviewDate), understanding.eventAt())
                .flatMap(Optional::stream)
                .findFirst();
    }
}
