package io.countersign.ask.reading;

import io.countersign.ask.reading.DayReader.Read;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Reads the days that a question is about: {@code next week}, {@code since Tuesday}, {@code zwischen dem 1. und dem 7. März}. */
final class TimeReader {
    private final Chunks chunks;
    private final LocalDate today;
    private final Locale locale;
    private final TimeUnits units;
    private final LengthReader lengths;
    private final DayReader days;

    TimeReader(Chunks chunks, LocalDate today, Locale locale, Lean lean) {
        this.chunks = chunks;
        this.today = today;
        this.locale = locale;
        this.units = new TimeUnits(today, locale);
        this.lengths = new LengthReader(chunks, today, units);
        this.days = new DayReader(chunks, today, lean);
    }

    /** What is named from this piece on, if any time is. */
    Optional<Read> read(int at) {
        return range(at)
                .or(() -> lengths.aged(at))
                .or(() -> bound(at, "since", this::from))
                .or(() -> bound(at, "until", this::until))
                .or(() -> point(at).map(this::withMore));
    }

    /** {@code yesterday and today}, {@code in October and November}. */
    private Read withMore(Read first) {
        if (!chunks.has(first.next(), "conjunction")) {
            return first;
        }
        return pointBehindFillers(first.next() + 1)
                .map(second -> new Read(
                        new Period(
                                earlier(first.period().from(), second.period().from()),
                                later(first.period().until(), second.period().until())),
                        second.next()))
                .orElse(first);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(with -> day.isBefore(with) ? day : with));
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(with -> day.isAfter(with) ? day : with));
    }

    private interface Bounding {
        Period of(Period named, String value);
    }

    private Optional<Read> bound(int at, String group, Bounding bounding) {
        // "before" in German is also "ago": where a length of time follows, that is meant
        if (!chunks.has(at, group) || lengths.ago(at).isPresent()) {
            return Optional.empty();
        }
        var past = group.equals("since") ? new TimeReader(chunks, today, locale, Lean.PAST) : this;
        return past.pointBehindFillers(at + 1)
                .map(read -> new Read(
                        bounding.of(read.period(), chunks.value(at, group).orElse("")), read.next()));
    }

    private Period from(Period named, String value) {
        var start = value.equals("exclusive") ? named.until().map(day -> day.plusDays(1)) : named.from();
        return new Period(start, Optional.empty());
    }

    private Period until(Period named, String value) {
        var end = value.equals("exclusive") ? named.from().map(day -> day.minusDays(1)) : named.until();
        return new Period(Optional.empty(), end);
    }

    private Optional<Read> range(int at) {
        if (!chunks.has(at, "between")) {
            return Optional.empty();
        }
        return firstOfRange(at + 1)
                .flatMap(first -> chunks.has(first.next(), "range-end")
                        ? pointBehindFillers(first.next() + 1)
                                .map(second -> new Read(
                                        new Period(
                                                first.period().from(),
                                                second.period().until()),
                                        second.next()))
                        : Optional.empty());
    }

    /** {@code between 1 and 7 November}: the first day has the month of the second. */
    private Optional<Read> firstOfRange(int at) {
        var named = pointBehindFillers(at);
        int day = skipFillers(at);
        if (named.isPresent() || lengths.number(day).isEmpty()) {
            return named;
        }
        return pointBehindFillers(day + 2)
                .flatMap(second -> second.period().from())
                .flatMap(second -> Optional.of(lengths.number(day).getAsInt())
                        .filter(number -> number <= second.lengthOfMonth() && number > 0)
                        .map(number -> new Read(Period.day(second.withDayOfMonth(number)), day + 1)));
    }

    private Optional<Read> pointBehindFillers(int at) {
        return point(skipFillers(at));
    }

    private int skipFillers(int at) {
        int next = at;
        while (chunks.has(next, "time-filler")) {
            next++;
        }
        return next;
    }

    private Optional<Read> point(int at) {
        return chunks.value(at, "period")
                .or(() -> chunks.value(at, "small-period").filter(_ -> !chunks.isCapital(at)))
                .map(value -> new Read(named(value), at + 1))
                .or(() -> lengths.ago(at))
                .or(() -> lengths.span(at))
                .or(() -> shifted(at))
                .or(() -> days.read(at));
    }

    /** {@code day -1}, {@code week 1}: a unit and how many of them from the present one. */
    private Period named(String value) {
        int space = value.indexOf(' ');
        return units.from(value.substring(0, space), Integer.parseInt(value.substring(space + 1)));
    }

    /** {@code last Friday}, {@code next March}. */
    private Optional<Read> shifted(int at) {
        var direction = chunks.value(at, "span");
        if (direction.isEmpty()) {
            return Optional.empty();
        }
        boolean past = direction.get().equals("past");
        var reader = new DayReader(chunks, past ? today.minusDays(1) : today, past ? Lean.PAST : Lean.AHEAD);
        boolean isNamed =
                chunks.has(at + 1, "weekday") || chunks.has(at + 1, "month") || chunks.has(at + 1, "weak-month");
        return isNamed ? reader.read(at + 1) : Optional.empty();
    }
}
