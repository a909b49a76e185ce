package io.countersign.ask.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Days, in the person's zone.
 *
 * @param from the first day; empty: from the beginning
 * @param until the last day; empty: without end
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {
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
                && until.filter(day::isAfter).isEmpty();
    }

    public boolean contains(Instant moment, ZoneId zone) {
        return contains(moment.atZone(zone).toLocalDate());
    }
}
