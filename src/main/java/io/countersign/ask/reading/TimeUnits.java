package io.countersign.ask.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** Days, weeks, months, quarters and years as seen from one day. */
record TimeUnits(LocalDate today, Locale locale) {
    /** The unit that lies so many units from the present one: 0 this week, -1 the last one. */
    Period from(String unit, int shift) {
        return switch (unit) {
            case "day" -> Period.day(today.plusDays(shift));
            case "week" -> week(today.plusWeeks(shift));
            case "weekend" -> weekend(week(today.plusWeeks(shift)));
            case "month" -> month(today.plusMonths(shift));
            case "quarter" -> quarter(today.plusMonths(3L * shift));
            default -> year(today.plusYears(shift));
        };
    }

    private Period week(LocalDate day) {
        var first = day.with(WeekFields.of(locale).dayOfWeek(), 1);
        return Period.of(first, first.plusDays(6));
    }

    private static Period weekend(Period week) {
        var saturday = week.from().orElseThrow().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        return Period.of(saturday, saturday.plusDays(1));
    }

    private static Period month(LocalDate day) {
        return Period.of(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static Period quarter(LocalDate day) {
        var first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        return Period.of(first, first.plusMonths(3).minusDays(1));
    }

    private static Period year(LocalDate day) {
        return Period.of(day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
    }

    /** The day so many units from today. */
    LocalDate moved(String unit, int count) {
        return switch (unit) {
            case "day" -> today.plusDays(count);
            case "week" -> today.plusWeeks(count);
            case "month" -> today.plus(count, ChronoUnit.MONTHS);
            default -> today.plusYears(count);
        };
    }
}
