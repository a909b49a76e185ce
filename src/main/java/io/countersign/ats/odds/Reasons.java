package io.countersign.ats.odds;

import io.countersign.ats.NextStep;
import io.countersign.ats.Reason;
import io.countersign.ats.Standing;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Says in words why an application is where it is in the list. Pure. */
final class Reasons {
    private static final String PREFIX = "applications.reason.";

    /** From so many answers on the person's own history is told instead of the ladder. */
    private static final int TELLING = 3;

    private final ReplyOdds model;
    private final ZoneId zone;

    Reasons(ReplyOdds model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
    }

    /** Most telling first; never empty. */
    List<Reason> of(Forecast forecast, Instant now) {
        var reasons = new ArrayList<Reason>(5);
        if (forecast.standing() == Standing.ENDED) {
            reasons.add(reason("ended." + forecast.stage().id()));
            return reasons;
        }
        step(forecast, now, reasons);
        if (!Forecast.isOwnTurn(forecast.step())) {
            reasons.add(silence(forecast, now));
            late(forecast, reasons);
        }
        if (forecast.step() instanceof NextStep.FollowUp) {
            followUp(forecast, reasons);
        }
        return reasons;
    }

    private void step(Forecast forecast, Instant now, List<Reason> reasons) {
        var heard = forecast.silence().heard();
        Forecast.deadline(forecast.step())
                .ifPresent(by -> reasons.add(deadline(forecast.step() instanceof NextStep.Decide, by, day(now))));
        switch (forecast.step()) {
            case NextStep.Decide _ ->
                reasons.add(reason("decide", forecast.silence().days(now)));
            case NextStep.Answer _ ->
                reasons.add(reason("answer", forecast.silence().days(now)));
            case NextStep.Assessment _ ->
                reasons.add(reason("assessment", forecast.silence().days(now)));
            case NextStep.Prepare(var talk) -> reasons.add(reason("prepare", days(now, talk)));
            case NextStep.ThankYou _ -> reasons.add(reason("thanks", days(heard, now)));
            case NextStep.Wait(var until) -> reasons.add(reason("wait", until));
            case NextStep.LetGo _ ->
                reasons.add(
                        forecast.silence().followUps().size() >= FollowUps.MOST
                                ? reason("asked.twice")
                                : reason("stale"));
            case NextStep.FollowUp _, NextStep.None _ -> {}
        }
    }

    private static Reason deadline(boolean offer, LocalDate by, LocalDate today) {
        var key = offer ? "deadline.offer" : "deadline.assessment";
        return by.isBefore(today) ? reason(key + ".over", by) : reason(key, by, ChronoUnit.DAYS.between(today, by));
    }

    private static Reason silence(Forecast forecast, Instant now) {
        return reason("silence." + forecast.stage().id(), forecast.silence().days(now));
    }

    private void late(Forecast forecast, List<Reason> reasons) {
        switch (forecast.standing()) {
            case GHOSTED -> reasons.add(reason("unlikely", forecast.odds()));
            case OVERDUE -> reasons.add(reason("overdue", Ladder.days(forecast.stage())));
            case ACTIVE, ENDED -> {}
        }
        reasons.add(pace(forecast.stage()));
    }

    private Reason pace(Stage stage) {
        int answers = model.answers(stage);
        return answers >= TELLING
                ? reason("pace", model.medianDay(stage), answers)
                : reason("pace.usual", model.medianDay(stage));
    }

    private void followUp(Forecast forecast, List<Reason> reasons) {
        if (Math.round(100 * forecast.asked()) > Math.round(100 * forecast.odds())) {
            reasons.add(reason("follow.up.gain", forecast.odds(), forecast.asked()));
        }
        var effect = model.followUps();
        if (effect.asked() > 0) {
            reasons.add(reason("follow.up.revived", effect.revived(), effect.asked()));
        }
    }

    private long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(day(from), day(to));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static Reason reason(String key, Object... arguments) {
        return Reason.of(PREFIX + key, arguments);
    }
}
