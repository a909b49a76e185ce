package io.countersign.classify;

import io.countersign.classify.DateReader.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a time of day as people write it: {@code 10:00 AM EST}, {@code 14 Uhr}, {@code 2-3 pm} (its beginning),
 * {@code 16:00 UTC+2}, {@code 9 am London time}. Looks at a bounded number of words only.
 */
final class TimeReader {
    private static final Set<String> UNTIL = Set.of("to", "and", "until", "till", "und", "bis");

    private final CalendarWords words;

    TimeReader(CalendarWords words) {
        this.words = words;
    }

    /** Hour and minute as written, and what stands behind them. */
    private record Digits(int hour, int minute, boolean certain, String half, DateLexer rest) {
        boolean isTime() {
            return certain || !half.isEmpty();
        }

        /** In hours of the day, when written with that half of it; -1 for none that there is. */
        int hourIn(String half) {
            boolean possible = minute <= 59 && hour <= (half.isEmpty() ? 23 : 12) && (half.isEmpty() || hour > 0);
            return !possible ? -1 : half.isEmpty() ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
        }
    }

    Optional<Clock> time(DateLexer lexer) {
        return digits(lexer).flatMap(begin -> {
            var end = end(begin);
            var last = end.orElse(begin);
            boolean time = begin.isTime() || end.isPresent();
            int hour = time ? begin.hourIn(half(begin, end)) : -1;
            return hour < 0 ? Optional.empty() : Optional.of(clock(hour, begin.minute(), last.rest()));
        });
    }

    private static Optional<Digits> digits(DateLexer lexer) {
        if (!lexer.isNumber() || lexer.digits() > 2) {
            return Optional.empty();
        }
        int minute = 0;
        boolean certain = false;
        var next = lexer.next();
        boolean dotted = lexer.following() == '.'
                && next.next().digits() == 2
                && next.next().next().word().equals("uhr");
        if ((lexer.following() == ':' || dotted) && next.next().isNumber()) {
            minute = next.next().number();
            certain = true;
            next = next.next().next();
        } else if (lexer.following() == 'h' && next.word().equals("h")) {
            certain = true;
            next = next.next();
        }
        var half = next.half();
        if (!half.isEmpty()) {
            next = next.afterHalf();
        } else if (next.word().equals("uhr")) {
            certain = true;
            next = next.next();
        }
        return Optional.of(new Digits(lexer.number(), minute, certain, half, next));
    }

    /** The end of a span that begins there: {@code 2-3 pm}, {@code between 2 and 3 pm}. */
    private static Optional<Digits> end(Digits begin) {
        var mark = begin.rest();
        boolean until = mark.separator() == '-' || mark.separator() == '\u2013' || UNTIL.contains(mark.word());
        return until
                ? digits(mark.next()).filter(Digits::isTime).filter(end -> end.hourIn(end.half()) >= 0)
                : Optional.empty();
    }

    /** Both ends of a span lie in the half of the day that only its end states, unless it begins before noon. */
    private static String half(Digits begin, Optional<Digits> end) {
        if (!begin.half().isEmpty() || end.isEmpty() || end.get().half().isEmpty() || begin.hour() > 12) {
            return begin.half();
        }
        var half = end.get().half();
        boolean before = begin.hourIn(half) <= end.get().hourIn(half);
        return before ? half : half.equals("pm") ? "am" : "pm";
    }

    private Clock clock(int hour, int minute, DateLexer rest) {
        var word = rest.separator() == '(' ? rest.next() : rest;
        var two = words.abbreviation(word.word() + " " + word.next().word());
        if (two.isPresent()) {
            return new Clock(LocalTime.of(hour, minute), two, word.next().end());
        }
        var zone = words.abbreviation(word.word());
        var offset = isUtc(word) ? offset(word) : Optional.<ZoneId>empty();
        return new Clock(
                LocalTime.of(hour, minute), offset.or(() -> zone), zone.isPresent() ? word.end() : rest.begin());
    }

    private static boolean isUtc(DateLexer word) {
        return word.word().equals("utc") || word.word().equals("gmt");
    }

    /** {@code UTC+2}, {@code GMT-05:30}. */
    private static Optional<ZoneId> offset(DateLexer utc) {
        char sign = utc.following();
        var hours = utc.next().next();
        if ((sign != '+' && sign != '-' && sign != '\u2212') || !hours.isNumber() || hours.digits() > 2) {
            return Optional.empty();
        }
        var minutes = hours.next().next();
        boolean more = hours.following() == ':' && minutes.isNumber();
        int total = hours.number() * 60 + (more ? minutes.number() : 0);
        try {
            return Optional.of(ZoneOffset.ofTotalSeconds((sign == '+' ? 60 : -60) * total));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
