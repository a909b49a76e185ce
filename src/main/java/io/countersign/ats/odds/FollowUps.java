package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.NextStep;
import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Stage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * What to do next, by a fixed cadence: ask for news after 7 days of silence, at most twice and 7 days apart; answer what the
 * other side asks within a day, or by the day that it names, then ask after 3 days; thank on the day after a talk. A day that falls on a weekend moves to
 * Monday. Pure.
 */
public final class FollowUps {
    /** The other side is asked for news at most so often between two words of it. */
    public static final int MOST = 2;

    /** A silence this long is let go without asking: hiring rounds are over after a quarter of a year. */
    static final int STALE_DAYS = 90;

    private static final int ASK_AFTER_DAYS = 7;
    private static final int ASK_AFTER_REPLY_DAYS = 3;

    private final ZoneId zone;

    /** Days begin and end as in {@code zone}. */
    public FollowUps(ZoneId zone) {
        this.zone = zone;
    }

    /** The next step for an application at a time. */
    public NextStep next(Application application, Instant now) {
        return next(Silence.of(application, now), now);
    }

    NextStep next(Silence silence, Instant now) {
        if (silence.stage().isTerminal()) {
            return new NextStep.None();
        }
        if (silence.talk().isPresent()) {
            return new NextStep.Prepare(silence.talk().get());
        }
        return own(silence, now).orElseGet(() -> ask(silence, now));
    }

    /** What the person owes the other side. */
    private Optional<NextStep> own(Silence silence, Instant now) {
        if (silence.replied() || silence.days(now) >= STALE_DAYS) {
            return Optional.empty();
        }
        if (silence.stage() == Stage.OFFER) {
            return Optional.of(new NextStep.Decide(silence.deadline()));
        }
        if (!silence.followUps().isEmpty()) {
            return Optional.empty();
        }
        if (silence.talked()) {
            return Optional.<NextStep>of(new NextStep.ThankYou(workday(silence.heard(), 1)))
                    .filter(_ -> silence.days(now) < ASK_AFTER_DAYS);
        }
        return silence.word()
                .filter(word -> silence.heard().equals(word.at()))
                .flatMap(word -> owed(word, silence, now));
    }

    private Optional<NextStep> owed(TimelineEntry word, Silence silence, Instant now) {
        boolean stillOpen =
                silence.deadline().filter(by -> !by.isBefore(day(now))).isPresent();
        if (silence.days(now) > Ladder.days(silence.stage()) && !stillOpen) {
            return Optional.empty();
        }
        if (word.kind() == TimelineEntry.Kind.STAGE
                && word.stage().filter(Stage.ASSESSMENT::equals).isPresent()) {
            return Optional.of(new NextStep.Assessment(silence.deadline()));
        }
        return asks(word, silence) ? Optional.of(new NextStep.Answer(workday(word.at(), 1))) : Optional.empty();
    }

    /** An invitation to a talk without a date asks for one; any other word asks when it is a reply or its subject is a question. */
    private static boolean asks(TimelineEntry word, Silence silence) {
        return switch (word.kind()) {
            case STAGE ->
                word.stage().filter(Stage::isInterview).isPresent()
                        && word.interviewDate().isEmpty();
            case WORD -> silence.reply() || word.title().indexOf('?') >= 0;
            case UNSURE, SENT, FOLLOW_UP -> false;
        };
    }

    private NextStep ask(Silence silence, Instant now) {
        int asked = silence.followUps().size();
        var due = asked == 0 ? first(silence) : workday(silence.followUps().getLast(), ASK_AFTER_DAYS);
        boolean isDue = !day(now).isBefore(due);
        if (silence.days(now) >= STALE_DAYS) {
            return new NextStep.LetGo();
        }
        if (!isDue) {
            return new NextStep.Wait(due);
        }
        return asked < MOST ? new NextStep.FollowUp(asked + 1, due) : new NextStep.LetGo();
    }

    private LocalDate first(Silence silence) {
        boolean afterReply = silence.replied()
                && !silence.talked()
                && silence.word().filter(word -> !word.isConfirmation()).isPresent();
        return workday(silence.since(), afterReply ? ASK_AFTER_REPLY_DAYS : ASK_AFTER_DAYS);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private LocalDate workday(Instant cause, int days) {
        var day = day(cause).plusDays(days);
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                ? day
                : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
