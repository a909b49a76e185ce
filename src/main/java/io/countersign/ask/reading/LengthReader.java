package io.countersign.ask.reading;

import io.countersign.ask.reading.DayReader.Read;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads days by a length of time: {@code 3 days ago}, {@code older than a month}, {@code the last two weeks}. */
final class LengthReader {
    private static final int MOST = 10_000;

    private final Chunks chunks;
    private final LocalDate today;
    private final TimeUnits units;

    LengthReader(Chunks chunks, LocalDate today, TimeUnits units) {
        this.chunks = chunks;
        this.today = today;
        this.units = units;
    }

    /** {@code 3 days ago}, {@code vor drei Tagen}. */
    Optional<Read> ago(int at) {
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
    Optional<Read> aged(int at) {
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
    Optional<Read> span(int at) {
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

    private String unitOf(int at) {
        return chunks.value(at, "unit").orElseThrow();
    }

    /** The number that a piece is, in digits or as a word. */
    OptionalInt number(int at) {
        var named = chunks.value(at, "number");
        var digits = named.or(() -> chunks.word(at)
                .filter(word -> word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')));
        return digits.isEmpty() || Integer.parseInt(digits.get()) > MOST
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits.get()));
    }
}
