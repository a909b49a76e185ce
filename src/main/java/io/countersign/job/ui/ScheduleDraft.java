package io.countersign.job.ui;

import io.countersign.job.Schedule;
import io.countersign.job.ScheduleText;
import io.countersign.shared.CountersignException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A schedule while it is typed.
 *
 * @param time as typed: {@code 2:30} or {@code 02:30}
 * @param amount as typed: how many {@code unit}s
 */
record ScheduleDraft(Kind kind, String time, DayOfWeek day, String amount, Unit unit) {
    private static final String NIGHT = "02:00";
    private static final ScheduleDraft USUAL =
            new ScheduleDraft(Kind.DAILY, NIGHT, DayOfWeek.MONDAY, "15", Unit.MINUTES);

    /** The forms of a schedule, in the order in which they are offered. */
    enum Kind {
        DAILY,
        WEEKLY,
        EVERY,
        BY_HAND
    }

    /** What a pause is counted in. */
    enum Unit {
        MINUTES,
        HOURS,
        DAYS
    }

    /** How this schedule would have been typed. */
    static ScheduleDraft of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Daily(var at) -> new ScheduleDraft(Kind.DAILY, text(at), USUAL.day, USUAL.amount, USUAL.unit);
            case Schedule.Weekly(var day, var at) ->
                new ScheduleDraft(Kind.WEEKLY, text(at), day, USUAL.amount, USUAL.unit);
            case Schedule.Every(var pause) -> every(pause);
            case Schedule.ByHand() -> new ScheduleDraft(Kind.BY_HAND, NIGHT, USUAL.day, USUAL.amount, USUAL.unit);
        };
    }

    private static String text(LocalTime at) {
        return at.toString();
    }

    private static ScheduleDraft every(Duration pause) {
        long minutes = pause.toMinutes();
        var unit = minutes % Duration.ofDays(1).toMinutes() == 0
                ? Unit.DAYS
                : minutes % Duration.ofHours(1).toMinutes() == 0 ? Unit.HOURS : Unit.MINUTES;
        long amount =
                switch (unit) {
                    case DAYS -> pause.toDays();
                    case HOURS -> pause.toHours();
                    case MINUTES -> minutes;
                };
        return new ScheduleDraft(Kind.EVERY, NIGHT, USUAL.day, Long.toString(amount), unit);
    }

    /** Empty while what is typed is no schedule. */
    Optional<Schedule> schedule() {
        var text =
                switch (kind) {
                    case DAILY -> time.strip();
                    case WEEKLY -> day.name().toLowerCase(Locale.ROOT) + " " + time.strip();
                    case EVERY ->
                        "every " + amount.strip()
                                + unit.name().toLowerCase(Locale.ROOT).charAt(0);
                    case BY_HAND -> "off";
                };
        try {
            return Optional.of(ScheduleText.parse(text)).filter(this::isOfKind);
        } catch (CountersignException.Invalid _) {
            return Optional.empty();
        }
    }

    private boolean isOfKind(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Daily _ -> kind == Kind.DAILY;
            case Schedule.Weekly _ -> kind == Kind.WEEKLY;
            case Schedule.Every _ -> kind == Kind.EVERY;
            case Schedule.ByHand _ -> kind == Kind.BY_HAND;
        };
    }

    /** The text key of what is wrong with it. */
    Optional<String> problem() {
        return schedule().isPresent()
                ? Optional.empty()
                : Optional.of(kind == Kind.EVERY ? "jobs.edit.bad.pause" : "jobs.edit.bad.time");
    }
}
