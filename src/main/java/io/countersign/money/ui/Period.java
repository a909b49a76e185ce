package io.countersign.money.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A stretch of days.
 *
 * @param choice what the person chose
 * @param from the first day; empty for the beginning of time
 * @param to the last day; empty for its end
 */
record Period(Choice choice, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** What can be chosen. */
    enum Choice {
        YEAR_BACK,
        THIS_YEAR,
        LAST_YEAR,
        ALL,
        CUSTOM
    }

    static final Period ALL = new Period(Choice.ALL, Optional.empty(), Optional.empty());

    /** The days of a choice; for {@link Choice#CUSTOM} those of the last twelve months, to begin with. */
    static Period of(Choice choice, LocalDate today) {
        int year = today.getYear();
        return switch (choice) {
            // Whole months, so that the bars of a chart can be compared.
            case YEAR_BACK ->
                since(choice, YearMonth.from(today).minusMonths(11).atDay(1));
            case THIS_YEAR ->
                new Period(choice, Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year, 12, 31)));
            case LAST_YEAR ->
                new Period(
                        choice, Optional.of(LocalDate.of(year - 1, 1, 1)), Optional.of(LocalDate.of(year - 1, 12, 31)));
            case ALL -> ALL;
            case CUSTOM -> since(choice, YearMonth.from(today).minusMonths(11).atDay(1));
        };
    }

    /** Both days included; either may be empty. */
    static Period custom(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Period(Choice.CUSTOM, from, to);
    }

    boolean contains(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }

    private static Period since(Choice choice, LocalDate first) {
        return new Period(choice, Optional.of(first), Optional.empty());
    }
}
