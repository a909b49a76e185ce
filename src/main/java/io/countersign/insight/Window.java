package io.countersign.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * The last so many days of the person's time zone, today among them.
 *
 * @param start when its first day begins
 */
record Window(LocalDate firstDay, Instant start) {
    private static final LocalDate BEGINNING = LocalDate.EPOCH;

    /** Of {@code days} days, or since the beginning. */
    static Window of(OptionalInt days, Clock clock) {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        var first = days.isEmpty() ? BEGINNING : today.minusDays(days.getAsInt() - 1L);
        var bounded = first.isBefore(BEGINNING) ? BEGINNING : first;
        return new Window(bounded, bounded.atStartOfDay(clock.getZone()).toInstant());
    }
}
