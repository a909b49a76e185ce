package io.countersign.ask.reading;

import io.countersign.ask.reading.DayReader.Read;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the days that a question is about: {@code next week}, {@code since Tuesday}, {@code zwischen dem 1. und dem 7. März}. */
final class TimeReader {
    private static final int MOST = 10_000;

    private final Chunks chunks;
    private final LocalDate today;
    private final Locale locale;
    private final TimeUnits units;
    private final DayReader days;

    TimeReader(Chunks chunks, LocalDate today, Locale locale, Lean lean) {
        this.chunks = chunks;
        this.today = today;
        this.locale = locale;
        this.units = new TimeUnits(today, locale);
        this.days = new DayReader(chunks, today, lean);
    }

    /** What is named from this piece on, if any time is. */
    Optional<Read> read(int at) {
        return range(at)
                .or(() -> aged(at))
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
        if (!chunks.has(at, group) || ago(at).isPresent()) {
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
        if (named.isPresent() || number(day).isEmpty()) {
            return named;
        }
        return pointBehindFillers(day + 2)
                .flatMap(second -> second.period().from())
                .flatMap(second -> Optional.of(number(day).getAsInt())
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
                .or(() -> ago(at))
                .or(() -> span(at))
                .or(() -> shifted(at))
                .or(() -> days.read(at));
    }

    /** {@code day -1}, {@code week 1}: a unit and how many of them from the present one. */
    private Period named(String value) {
        int space = value.indexOf(' ');
        return units.from(value.substring(0, space), Integer.parseInt(value.substring(space + 1)));
    }

    /** {@code 3 days ago}, {@code vor drei Tagen}. */
    private Optional<Read> ago(int at) {
        boolean leads = chunks.has(at, "before-ago");
        int number = leads ? at + 1 : at;
        if (number(number).isEmpty() || chunks.value(number + 1, "unit").isEmpty()) {
            return Optional.empty();
        }
        if (!leads && !chunks.has(number + 2, "ago")) {
            return Optional.empty();
        }
        var day = units.moved(unitOf(number + 1), -number(number).getAsInt());
        return Optional.of(new Read(Period.day(day), number + (leads ? 2 : 3)));
    }

    /** {@code older than 3 weeks}, {@code newer than a month}. */
    private Optional<Read> aged(int at) {
        int number = at + 1;
        boolean older = chunks.has(at, "older");
        boolean isAge = older || chunks.has(at, "younger");
        if (!isAge
                || number(number).isEmpty()
                || chunks.value(number + 1, "unit").isEmpty()) {
            return Optional.empty();
        }
        var day = units.moved(unitOf(number + 1), -number(number).getAsInt());
        var period = older
                ? new Period(Optional.empty(), Optional.of(day.minusDays(1)))
                : new Period(Optional.of(day), Optional.empty());
        return Optional.of(new Read(period, number + 2));
    }

    /** {@code the last 7 days} end today; {@code the next two weeks} begin today. */
    private Optional<Read> span(int at) {
        var direction = chunks.value(at, "span");
        int unit = number(at + 1).isPresent() ? at + 2 : at + 1;
        if (direction.isEmpty()
                || direction.get().equals("this")
                || chunks.value(unit, "unit").isEmpty()) {
            return Optional.empty();
        }
        int count = number(at + 1).orElse(1);
        var period = direction.get().equals("past")
                ? Period.of(units.moved(unitOf(unit), -count).plusDays(1), today)
                : Period.of(today, units.moved(unitOf(unit), count).minusDays(1));
        return Optional.of(new Read(period, unit + 1));
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

    private String unitOf(int at) {
        return chunks.value(at, "unit").orElseThrow();
    }

    private OptionalInt number(int at) {
        var named = chunks.value(at, "number");
        var digits = named.or(() -> chunks.word(at)
                .filter(word -> word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')));
        return digits.isEmpty() || Integer.parseInt(digits.get()) > MOST
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits.get()));
    }
}
