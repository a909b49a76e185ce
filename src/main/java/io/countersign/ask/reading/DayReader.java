package io.countersign.ask.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads calendar days, months and years: {@code 3 November}, {@code 2026-11-03}, {@code März 2026}, {@code Tuesday}. */
final class DayReader {
    private static final int OLDEST = 1990;
    private static final int NEWEST = 2100;

    private final Chunks chunks;
    private final LocalDate today;
    private final Lean lean;

    DayReader(Chunks chunks, LocalDate today, Lean lean) {
        this.chunks = chunks;
        this.today = today;
        this.lean = lean;
    }

    /** Days, and the piece behind the words that name them. */
    record Read(Period period, int next) {}

    Optional<Read> read(int at) {
        return written(at)
                .or(() -> dayAndMonth(at))
                .or(() -> monthAlone(at))
                .or(() -> year(at))
                .or(() -> weekday(at));
    }

    /** {@code 2026-11-03}, {@code 3.11.2026}, {@code 3.11.} and {@code 03/11/2026}: the day comes first. */
    private Optional<Read> written(int at) {
        var parts = chunks.word(at).map(word -> word.split("[-./]", -1)).orElse(new String[0]);
        var numbers = IntStream.range(0, parts.length)
                .map(i -> number(parts[i]))
                .boxed()
                .toList();
        if (numbers.size() < 2 || numbers.size() > 3 || numbers.contains(-1)) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.size() == 3 && numbers.getFirst() >= OLDEST;
        var day = numbers.size() == 2
                ? date(Optional.empty(), numbers.get(1), numbers.get(0))
                : yearFirst
                        ? date(Optional.of(numbers.get(0)), numbers.get(1), numbers.get(2))
                        : date(Optional.of(century(numbers.get(2))), numbers.get(1), numbers.get(0));
        return day.map(date -> new Read(Period.day(date), at + 1));
    }

    private static int century(int year) {
        return year < 100 ? 2000 + year : year;
    }

    private Optional<Read> dayAndMonth(int at) {
        var dayFirst = day(at).filter(_ -> month(of(at + 1)).isPresent());
        if (dayFirst.isPresent()) {
            int behind = of(at + 1) + 1;
            return dated(month(behind - 1).orElseThrow(), dayFirst.get(), behind);
        }
        return month(at).flatMap(month -> day(at + 1).flatMap(day -> dated(month, day, at + 2)));
    }

    private int of(int at) {
        return chunks.word(at).filter("of"::equals).isPresent() ? at + 1 : at;
    }

    private Optional<Read> dated(int month, int day, int behind) {
        int comma = chunks.word(behind).filter(","::equals).isPresent() ? behind + 1 : behind;
        var year = yearAt(comma);
        return date(year, month, day).map(date -> new Read(Period.day(date), year.isPresent() ? comma + 1 : behind));
    }

    private Optional<Read> monthAlone(int at) {
        return month(at).map(month -> {
            var year = yearAt(at + 1);
            var found = year.map(known -> YearMonth.of(known, month)).orElseGet(() -> near(month));
            return new Read(Period.of(found.atDay(1), found.atEndOfMonth()), year.isPresent() ? at + 2 : at + 1);
        });
    }

    private YearMonth near(int month) {
        var now = YearMonth.from(today);
        var past = now.withMonth(month).isAfter(now) ? now.withMonth(month).minusYears(1) : now.withMonth(month);
        var next = past.plusYears(1);
        return lean == Lean.AHEAD && ChronoUnit.MONTHS.between(now, next) <= ChronoUnit.MONTHS.between(past, now)
                ? next
                : past;
    }

    private Optional<Read> year(int at) {
        return yearAt(at)
                .map(year -> new Read(Period.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), at + 1));
    }

    private Optional<Read> weekday(int at) {
        return chunks.value(at, "weekday")
                .map(Integer::parseInt)
                .map(DayOfWeek::of)
                .map(day -> {
                    var date = today.with(
                            lean == Lean.PAST
                                    ? TemporalAdjusters.previousOrSame(day)
                                    : TemporalAdjusters.nextOrSame(day));
                    return new Read(Period.day(date), at + 1);
                });
    }

    private Optional<LocalDate> date(Optional<Integer> year, int month, int day) {
        try {
            return year.map(known -> LocalDate.of(known, month, day))
                    .or(() -> Optional.of(near(LocalDate.of(today.getYear(), month, day))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalDate near(LocalDate thisYear) {
        var past = thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
        var next = past.plusYears(1);
        return lean == Lean.AHEAD && ChronoUnit.DAYS.between(today, next) <= ChronoUnit.DAYS.between(past, today)
                ? next
                : past;
    }

    private Optional<Integer> month(int at) {
        return chunks.value(at, "month")
                .or(() -> chunks.value(at, "weak-month").filter(_ -> isDated(at)))
                .map(Integer::parseInt);
    }

    /** {@code may} is a month only beside what goes with one. */
    private boolean isDated(int at) {
        return chunks.has(at - 1, "before-month")
                || chunks.has(at - 1, "since")
                || chunks.has(at - 1, "until")
                || chunks.has(at - 1, "between")
                || chunks.has(at - 1, "span")
                || day(at - 1).isPresent()
                || day(at + 1).isPresent()
                || yearAt(at + 1).isPresent();
    }

    private Optional<Integer> yearAt(int at) {
        return chunks.word(at).map(DayReader::number).filter(year -> year >= OLDEST && year <= NEWEST);
    }

    private Optional<Integer> day(int at) {
        return chunks.word(at)
                .map(word -> word.length() > 2 && word.matches("\\d{1,2}(?:st|nd|rd|th)")
                        ? word.substring(0, word.length() - 2)
                        : word)
                .map(DayReader::number)
                .filter(day -> day >= 1 && day <= 31);
    }

    private static int number(String digits) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Integer.parseInt(digits) : -1;
    }
}
