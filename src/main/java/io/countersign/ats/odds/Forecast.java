package io.countersign.ats.odds;

import io.countersign.ats.Application;
import io.countersign.ats.NextStep;
import io.countersign.ats.Standing;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What can be said of an application at a time.
 *
 * @param odds the chance of an answer within 14 days when the person does nothing more
 * @param asked the same when the person asks for news now
 * @param gain what doing the step now still changes, 0..1
 */
record Forecast(Silence silence, NextStep step, double odds, double asked, double gain, Standing standing) {
    /** An answer rarer than this within 14 days is unlikely. */
    private static final double UNLIKELY = 0.1;

    /** What is lost of an application when something asked of the person is never done; that much hangs on preparing, too. */
    private static final double LOST_UNANSWERED = 0.9;

    private static final double LOST_UNPREPARED = 0.5;
    private static final double LOST_UNTHANKED = 0.05;

    /**
     * What can be said at a time.
     *
     * @param zone in which days begin and end
     */
    static Forecast of(
            Application application, Silence silence, NextStep step, ReplyOdds model, Instant now, ZoneId zone) {
        if (silence.stage().isTerminal()) {
            return new Forecast(silence, step, 0, 0, 0, Standing.ENDED);
        }
        double odds = model.chance(silence, application.system(), now);
        double asked = Math.max(odds, model.chanceWhenAsked(silence, application.system(), now));
        double answered = model.chanceWhenAnswered(silence, application.system());
        double change =
                switch (step) {
                    case NextStep.FollowUp _ -> asked - odds;
                    case NextStep.ThankYou _ -> odds * LOST_UNTHANKED;
                    case NextStep.Answer _, NextStep.Assessment _ ->
                        answered * LOST_UNANSWERED * freshness(silence, now);
                    case NextStep.Decide _ -> freshness(silence, now);
                    case NextStep.Prepare(var talk) -> LOST_UNPREPARED / (1 + Silence.whole(now, talk));
                    case NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> 0;
                };
        double gain = Math.max(
                Stakes.of(silence.stage()) * change, lostWithTheDay(step, answered, LocalDate.ofInstant(now, zone)));
        return new Forecast(silence, step, odds, asked, gain, standing(silence, step, odds, now));
    }

    /** What a deadline takes with it ends the application, whatever its stage: the less time is left, the more it counts. */
    private static double lostWithTheDay(NextStep step, double answered, LocalDate today) {
        double all = step instanceof NextStep.Decide ? 1 : answered * LOST_UNANSWERED;
        return deadline(step)
                .map(by -> ChronoUnit.DAYS.between(today, by))
                .filter(left -> left >= 0)
                .map(left -> all / (1 + left))
                .orElse(0.0);
    }

    /** The day that the other side named. */
    static Optional<LocalDate> deadline(NextStep step) {
        return switch (step) {
            case NextStep.Decide(var by) -> by;
            case NextStep.Assessment(var by) -> by;
            default -> Optional.empty();
        };
    }

    /** How likely it is that the other side still waits for the person: 1 on the day it wrote, a half on its ladder's day. */
    private static double freshness(Silence silence, Instant now) {
        double ladder = Ladder.days(silence.stage());
        return ladder / (ladder + silence.days(now));
    }

    /**
     * Ghosted is what has been silent for more than twice its ladder, and either an answer is unlikely or the person asked
     * twice in vain: on twice the ladder's day 99 % of the answers that ever come have come. While it is the person's turn the
     * other side is not silent.
     */
    private static Standing standing(Silence silence, NextStep step, double odds, Instant now) {
        int ladder = Ladder.days(silence.stage());
        int days = silence.awaited(now);
        if (days <= ladder || isOwnTurn(step)) {
            return Standing.ACTIVE;
        }
        boolean vain = odds < UNLIKELY || silence.followUps().size() >= FollowUps.MOST;
        return days > 2 * ladder && vain ? Standing.GHOSTED : Standing.OVERDUE;
    }

    static boolean isOwnTurn(NextStep step) {
        return switch (step) {
            case NextStep.Answer _, NextStep.Assessment _, NextStep.Decide _, NextStep.Prepare _ -> true;
            case NextStep.FollowUp _, NextStep.ThankYou _, NextStep.Wait _, NextStep.LetGo _, NextStep.None _ -> false;
        };
    }

    /** Acting comes before waiting, waiting before what is hopeless, and ended ones last. */
    int group() {
        return switch (standing) {
            case ENDED -> 3;
            case GHOSTED -> 2;
            case ACTIVE, OVERDUE ->
                switch (step) {
                    case NextStep.LetGo _, NextStep.None _ -> 2;
                    case NextStep.Wait _ -> 1;
                    default -> 0;
                };
        };
    }

    /** What hangs on an answer now, for those that no step changes. */
    double weight() {
        return Stakes.of(stage()) * odds;
    }

    Stage stage() {
        return silence.stage();
    }
}
