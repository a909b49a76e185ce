package io.countersign.job;

import io.countersign.shared.CountersignException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Schedules as people type them: {@code 02:30}, {@code sun 03:00}, {@code every 15m}, {@code off}. Stable: it is stored. */
public final class ScheduleText {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_DIGITS = 6;
    private static final Map<Character, Duration> UNITS =
            Map.of('m', Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1));

    private ScheduleText() {}

    /**
     * What {@code text} says, whatever its case.
     *
     * @throws CountersignException.Invalid with the forms that are understood
     */
    public static Schedule parse(String text) {
        var words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        Optional<Schedule> read =
                switch (words.size()) {
                    case 1 ->
                        words.getFirst().equals("off") ? Optional.of(new Schedule.ByHand()) : daily(words.getFirst());
                    case 2 ->
                        words.getFirst().equals("every") ? every(words.get(1)) : weekly(words.get(0), words.get(1));
                    default -> Optional.empty();
                };
        return read.orElseThrow(() -> new CountersignException.Invalid(
                "schedule",
                "Write a time (02:30), a day and a time (sun 03:00), a pause of at least a minute (every 15m, every 2h,"
                        + " every 1d), or off."));
    }

    /** What {@link #parse} reads as {@code schedule}. */
    public static String of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Daily(var at) -> at.toString();
            case Schedule.Weekly(var day, var at) -> shortName(day) + " " + at;
            case Schedule.Every(var pause) -> "every " + shortest(pause);
            case Schedule.ByHand() -> "off";
        };
    }

    private static Optional<Schedule> daily(String at) {
        return time(at).map(Schedule.Daily::new);
    }

    private static Optional<Schedule> weekly(String day, String at) {
        return Arrays.stream(DayOfWeek.values())
                .filter(candidate -> shortName(candidate).equals(day)
                        || candidate.name().toLowerCase(Locale.ROOT).equals(day))
                .findFirst()
                .flatMap(known -> time(at).map(moment -> new Schedule.Weekly(known, moment)));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text))
                    .filter(time -> time.getSecond() == 0 && time.getNano() == 0);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Schedule> every(String pause) {
        var digits = pause.substring(0, pause.length() - 1);
        var unit = UNITS.get(pause.charAt(pause.length() - 1));
        if (unit == null
                || digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(unit.multipliedBy(Long.parseLong(digits)))
                .filter(length -> length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0)
                .map(Schedule.Every::new);
    }

    private static String shortest(Duration pause) {
        long minutes = pause.toMinutes();
        if (minutes % Duration.ofDays(1).toMinutes() == 0) {
            return pause.toDays() + "d";
        }
        return minutes % Duration.ofHours(1).toMinutes() == 0 ? pause.toHours() + "h" : minutes + "m";
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
