package io.countersign.classify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads a date (and time, and zone) as people write it at a place in a text: {@code November 13, 2026},
 * {@code Sun 13 Nov}, {@code 01/15/2026}, {@code 13.11.}, {@code tomorrow at 3pm}. Abstains from 03/04, which
 * two continents read differently. Looks at a bounded number of words only.
 */
public final class DateReader {
    private static final int MAX_FILLERS = 4;
    private static final int FAR_AHEAD_DAYS = 300;

    private final CalendarWords words;
    private final LocalDate today;
    private final Order order;
    private final boolean past;

    /** Dates ahead of {@code today}: where no year is stated, the next such day. */
    DateReader(CalendarWords words, LocalDate today) {
        this(words, today, Order.UNKNOWN, false);
    }

    /** Dates ahead of {@code today}, read in the given order where both are possible. */
    public static DateReader ahead(CalendarWords words, LocalDate today, Order order) {
        return new DateReader(words, today, order, false);
    }

    private DateReader(CalendarWords words, LocalDate today, Order order, boolean past) {
        this.words = words;
        this.today = today;
        this.order = order;
        this.past = past;
    }

    /** Dates up to {@code today}, read in the given order where both are possible: what happened already. */
    public static DateReader past(CalendarWords words, LocalDate today, Order order) {
        return new DateReader(words, today, order, true);
    }

    /** How 03/04 is read. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    /** A date and where the words behind it begin. */
    public record Found(LocalDate date, int end) {}

    /** A time of day, in the zone that is stated behind it, and where the words behind both begin. */
    record Clock(LocalTime time, Optional<ZoneId> zone, int end) {}

    /** The date that stands at an offset, behind at most a few words like "on". */
    public Optional<Found> date(String text, int from) {
        var lexer = new DateLexer(text, from);
        skipFillers(lexer);
        return dateHere(lexer);
    }

    private Optional<Found> dateHere(DateLexer lexer) {
        if (lexer.isNumber()) {
            return numeric(lexer);
        }
        var word = lexer.word();
        var month = words.month(word);
        if (month.isPresent()) {
            return monthFirst(lexer, month.get());
        }
        var day = words.day(word);
        if (day.isPresent()) {
            return Optional.of(new Found(today.plusDays(day.get()), lexer.end()));
        }
        return words.weekday(word).flatMap(weekday -> weekday(lexer, weekday));
    }

    private Optional<Found> weekday(DateLexer lexer, int weekday) {
        int end = lexer.end();
        var rest = lexer.next();
        skipFillers(rest);
        if (rest.isNumber() || words.month(rest.word()).isPresent()) {
            var full = dateHere(rest);
            if (full.isPresent()) {
                return full;
            }
        }
        int ahead = Math.floorMod(weekday - today.getDayOfWeek().getValue(), 7);
        return Optional.of(new Found(today.plusDays(ahead), end));
    }

    private Optional<Found> monthFirst(DateLexer lexer, int month) {
        var day = lexer.next();
        if (day.separator() == '.') {
            day = day.next();
        }
        if (!day.isNumber() || day.digits() > 2) {
            return Optional.empty();
        }
        return withYear(day, month, day.number());
    }

    private Optional<Found> withYear(DateLexer last, int month, int day) {
        int end = last.end();
        var year = last.next();
        boolean dashed = year.separator() == '-' || year.separator() == '/';
        if (year.separator() == ',' || (past && (dashed || year.separator() == '.'))) {
            year = year.next();
        }
        if (past && words.isFiller(year.word())) {
            year = year.next();
        }
        if (past && dashed && year.isNumber() && year.digits() == 2) {
            return found(2000 + year.number(), month, day, year.end());
        }
        if (year.isNumber() && year.digits() == 4 && year.number() > 1990 && year.number() < 2100) {
            return found(year.number(), month, day, year.end());
        }
        return soon(month, day, end);
    }

    private Optional<Found> numeric(DateLexer first) {
        char separator = first.following();
        var second = first.next();
        if (separator == '.' || separator == '/' || separator == '-') {
            second = second.next();
        }
        if (first.digits() > 2) {
            return first.digits() == 4 ? yearFirst(first, second, separator) : Optional.empty();
        }
        if (second.isNumber()
                && second.digits() <= 2
                && (separator == '.' || separator == '/' || (past && separator == '-'))) {
            return dayAndMonth(first.number(), second, separator);
        }
        if (second.word().equals("of") || (past && words.isFiller(second.word()))) {
            second = second.next();
        }
        var month = words.month(second.word());
        return month.isPresent() ? withYear(second, month.get(), first.number()) : Optional.empty();
    }

    private Optional<Found> yearFirst(DateLexer year, DateLexer month, char separator) {
        if (separator == '-' || (past && (separator == '/' || separator == '.'))) {
            return separated(year.number(), month, separator);
        }
        boolean spelled = past && (month.word().equals("年") || month.word().equals("년"));
        var number = spelled ? month.next() : month;
        var day = number.next().next();
        return spelled && number.isNumber() && day.isNumber()
                ? found(year.number(), number.number(), day.number(), day.end())
                : Optional.empty();
    }

    private static Optional<Found> separated(int year, DateLexer month, char separator) {
        if (!month.isNumber() || month.following() != separator) {
            return Optional.empty();
        }
        var day = month.next().next();
        return day.isNumber() ? found(year, month.number(), day.number(), day.end()) : Optional.empty();
    }

    private Optional<Found> dayAndMonth(int first, DateLexer second, char separator) {
        boolean either = separator == '/' && first <= 12 && second.number() <= 12 && first != second.number();
        if (either && order == Order.UNKNOWN) {
            return Optional.empty();
        }
        boolean monthFirst = separator != '.'
                && first <= 12
                && (second.number() > 12 || (past ? order == Order.MONTH_FIRST : order != Order.DAY_FIRST));
        int month = monthFirst ? first : second.number();
        int day = monthFirst ? second.number() : first;
        if (second.following() != separator) {
            // without its closing dot it may be a price or a version
            return separator == '.' ? Optional.empty() : soon(month, day, second.end());
        }
        var year = second.next().next();
        if (!year.isNumber() || (year.digits() != 4 && year.digits() != 2)) {
            return soon(month, day, second.end());
        }
        return found(year.digits() == 2 ? 2000 + year.number() : year.number(), month, day, year.end());
    }

    private Optional<Found> soon(int month, int day, int end) {
        return past ? lately(month, day, end) : ahead(month, day, end);
    }

    /** The latest such day; tomorrow still counts, since zones differ. */
    private Optional<Found> lately(int month, int day, int end) {
        return found(today.getYear(), month, day, end)
                .filter(found -> !found.date().isAfter(today.plusDays(1)))
                .or(() -> found(today.getYear() - 1, month, day, end));
    }

    private Optional<Found> ahead(int month, int day, int end) {
        return found(today.getYear(), month, day, end).flatMap(found -> {
            if (!found.date().isBefore(today)) {
                return Optional.of(found);
            }
            return found(today.getYear() + 1, month, day, end)
                    .filter(next -> next.date().isBefore(today.plusDays(FAR_AHEAD_DAYS)));
        });
    }

    private static Optional<Found> found(int year, int month, int day, int end) {
        try {
            return Optional.of(new Found(LocalDate.of(year, month, day), end));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time that follows within a few words: {@code at 10:00 AM EST}, {@code um 14 Uhr}; of a span its beginning. */
    Optional<Clock> time(String text, int from) {
        var lexer = new DateLexer(text, from);
        skipFillers(lexer);
        return new TimeReader(words).time(lexer);
    }

    private void skipFillers(DateLexer lexer) {
        for (int i = 0; i < MAX_FILLERS; i++) {
            boolean separator = ",@(-:|".indexOf(lexer.separator()) >= 0 && lexer.separator() != 0;
            if (!separator && !words.isFiller(lexer.word())) {
                return;
            }
            lexer.advance();
        }
    }
}
