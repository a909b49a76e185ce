package io.countersign.job;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When a job is due, in the time zone of the computer. */
public sealed interface Schedule {
    /** The first moment after {@code moment} at which it is due; empty where it is only run by hand. */
    Optional<Instant> after(Instant moment, ZoneId zone);

    /**
     * Once a day. On a day on which clocks are put forward over {@code at} it runs at the first moment after; on a day that has
     * {@code at} twice it runs the first time only.
     */
    record Daily(LocalTime at) implements Schedule {
        @Override
        public Optional<Instant> after(Instant moment, ZoneId zone) {
            return Optional.of(nextOf(moment, zone, at, 1, moment.atZone(zone).toLocalDate()));
        }
    }

    /** Once a week, with the same rules. */
    record Weekly(DayOfWeek day, LocalTime at) implements Schedule {
        private static final int WEEK = 7;

        @Override
        public Optional<Instant> after(Instant moment, ZoneId zone) {
            var today = moment.atZone(zone).toLocalDate();
            return Optional.of(nextOf(moment, zone, at, WEEK, today.with(TemporalAdjusters.nextOrSame(day))));
        }
    }

    /** So long after the end of the run before. */
    record Every(Duration pause) implements Schedule {
        @Override
        public Optional<Instant> after(Instant moment, ZoneId zone) {
            return Optional.of(moment.plus(pause));
        }
    }

    /** Only when somebody asks for it. */
    record ByHand() implements Schedule {
        @Override
        public Optional<Instant> after(Instant moment, ZoneId zone) {
            return Optional.empty();
        }
    }

    private static Instant nextOf(Instant moment, ZoneId zone, LocalTime at, int days, LocalDate first) {
        var day = first;
        while (true) {
            var due = firstMoment(day, at, zone);
            if (due.isAfter(moment)) {
                return due;
            }
            day = day.plusDays(days);
        }
    }

    /** Of a time that a day has twice the earlier; of one that it does not have the end of the gap. */
    private static Instant firstMoment(LocalDate day, LocalTime at, ZoneId zone) {
        var local = day.atTime(at);
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
