package io.countersign.ask.reading;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Days, in the person's zone.
 *
 * @param from the first day; empty: from the beginning
 * @param until the last day; empty: without end
 * @param weekday only these days of the week; empty: all
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until, Optional<DayOfWeek> weekday) {
    /** All days of the week. */
    public Period(Optional<LocalDate> from, Optional<LocalDate> until) {
        this(from, until, Optional.empty());
    }

    /** Of these days only those of the week. */
    Period on(DayOfWeek day) {
        return new Period(from, until, Optional.of(day));
    }

    /** All days from one to another, both included. */
    public static Period of(LocalDate from, LocalDate until) {
        return new Period(Optional.of(from), Optional.of(until));
    }

    /** One day. */
    public static Period day(LocalDate day) {
        return of(day, day);
    }

    public boolean contains(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty()
                && weekday.filter(named -> named != day.getDayOfWeek()).isEmpty();
    }

    public boolean contains(Instant moment, ZoneId zone) {
        return contains(moment.atZone(zone).toLocalDate());
    }
}
