package io.countersign.classify;

import io.countersign.classify.DateReader.Clock;
import io.countersign.classify.DateReader.Found;
import io.countersign.classify.DateReader.Order;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the moments that a text names, a date beside a time in either order: {@code Tuesday at 3 pm CET},
 * {@code 14:30 Uhr am 3. Dezember}, {@code next Thursday 10-11 am}. Without a zone it is UTC. Bounded work on any text.
 */
public final class MomentFinder {
    private static final int MAX_TEXT = 8_000;
    private static final int MAX_MOMENTS = 12;
    private static final int MAX_DAYS = 400;
    private static final int MAX_WORD = 12;
    private static final Set<String> NEXT = Set.of("next", "nächsten", "nächster", "nächste", "nächstem");
    private static final Set<String> WEEK = Set.of("week", "woche");

    private final CalendarWords words;

    public MomentFinder(CalendarWords words) {
        this.words = words;
    }

    /** A moment and the part of the text that names it. */
    public record Moment(Instant at, int begin, int end) {}

    private record Placed(Found date, boolean weekdayOnly) {}

    /** In the order of the text; relative words count from {@code sent}. */
    public List<Moment> in(String text, Instant sent) {
        var bounded = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        var today = sent.atZone(ZoneOffset.UTC).toLocalDate();
        var moments = new ArrayList<Moment>();
        int at = 0;
        while (at < bounded.length() && moments.size() < MAX_MOMENTS) {
            int begin = at;
            var found = beginsWord(bounded, at) ? moment(bounded, at, today, sent) : Optional.<Moment>empty();
            found.filter(moment -> isNear(moment, sent)).ifPresent(moments::add);
            at = found.map(moment -> Math.max(moment.end(), begin + 1)).orElseGet(() -> wordEnd(bounded, begin));
        }
        return moments;
    }

    private static boolean isNear(Moment moment, Instant sent) {
        return moment.at().isAfter(sent.minusSeconds(86_400))
                && moment.at().isBefore(sent.plusSeconds(MAX_DAYS * 86_400L));
    }

    private Optional<Moment> moment(String text, int at, LocalDate today, Instant sent) {
        return dateThenTime(text, at, today, sent).or(() -> timeThenDate(text, at, today, sent));
    }

    private Optional<Moment> dateThenTime(String text, int at, LocalDate today, Instant sent) {
        var reader = new DateReader(words, today);
        var date = date(text, at, today, Order.DAY_FIRST);
        var clock = date.flatMap(found -> reader.time(text, found.date().end()));
        return clock.flatMap(
                time -> decided(text, at, today, time).map(found -> moment(found, time, at, time.end(), sent)));
    }

    private Optional<Moment> timeThenDate(String text, int at, LocalDate today, Instant sent) {
        if (!Character.isDigit(text.charAt(at))) {
            return Optional.empty();
        }
        var clock = new DateReader(words, today).time(text, at);
        return clock.flatMap(time -> {
            int next = afterFillers(text, time.end());
            return next < text.length()
                    ? decided(text, next, today, time)
                            .map(found -> moment(found, time, at, found.date().end(), sent))
                    : Optional.empty();
        });
    }

    /** The one date that can be meant: who states an American zone writes the month first, everybody else the day. */
    private Optional<Placed> decided(String text, int at, LocalDate today, Clock time) {
        var dayFirst = date(text, at, today, Order.DAY_FIRST);
        var monthFirst = date(text, at, today, Order.MONTH_FIRST);
        if (dayFirst.equals(monthFirst)) {
            return dayFirst;
        }
        var weekday = words.weekday(wordBefore(text, at));
        if (weekday.isPresent()) {
            var fits = DayOfWeek.of(weekday.get());
            boolean day = falls(dayFirst, fits);
            return day == falls(monthFirst, fits) ? Optional.empty() : day ? dayFirst : monthFirst;
        }
        return time.zone().flatMap(zone -> isAmerican(zone) ? monthFirst : dayFirst);
    }

    private static boolean falls(Optional<Placed> date, DayOfWeek weekday) {
        return date.filter(one -> one.date().date().getDayOfWeek() == weekday).isPresent();
    }

    private static boolean isAmerican(ZoneId zone) {
        return zone.getId().startsWith("America/");
    }

    private Optional<Placed> date(String text, int at, LocalDate today, Order order) {
        if (!mayBeginDate(text, at)) {
            return Optional.empty();
        }
        int end = wordEnd(text, at);
        var weekday = words.weekday(lower(text, at, end));
        return DateReader.ahead(words, today, order).date(text, at).map(found -> {
            boolean alone = weekday.isPresent() && found.end() <= end;
            return alone ? ofWeek(text, at, found, weekday.get(), today) : new Placed(found, false);
        });
    }

    /** "next Thursday" and "Thursday next week" are not the one that is tomorrow. */
    private Placed ofWeek(String text, int at, Found found, int weekday, LocalDate today) {
        int next = afterSpace(text, found.end());
        int nextEnd = wordEnd(text, next);
        int week = afterSpace(text, nextEnd);
        int weekEnd = wordEnd(text, week);
        boolean named = next < text.length()
                && week < text.length()
                && NEXT.contains(lower(text, next, nextEnd))
                && WEEK.contains(lower(text, week, weekEnd));
        if (named || NEXT.contains(wordBefore(text, at))) {
            var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return new Placed(new Found(monday.plusDays(weekday - 1), named ? weekEnd : found.end()), false);
        }
        return new Placed(found, true);
    }

    private static Moment moment(Placed placed, Clock time, int begin, int end, Instant sent) {
        var zone = time.zone().orElse(ZoneOffset.UTC);
        var at = placed.date().date().atTime(time.time()).atZone(zone);
        // today's weekday is next week's once its time is over
        var coming = placed.weekdayOnly() && !at.toInstant().isAfter(sent) ? at.plusWeeks(1) : at;
        return new Moment(coming.toInstant(), begin, end);
    }

    private boolean mayBeginDate(String text, int at) {
        if (Character.isDigit(text.charAt(at))) {
            return true;
        }
        int end = wordEnd(text, at);
        var word = lower(text, at, end);
        return end - at <= MAX_WORD
                && (words.month(word).isPresent()
                        || words.weekday(word).isPresent()
                        || words.day(word).isPresent());
    }

    private int afterFillers(String text, int from) {
        int at = from;
        for (int i = 0; i < 3; i++) {
            at = afterSpace(text, at);
            int end = at < text.length() ? wordEnd(text, at) : at;
            if (at >= text.length() || mayBeginDate(text, at) || !words.isFiller(lower(text, at, end))) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || ",()".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** The word in front, in lower case; empty at the beginning and behind a full stop. */
    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == ',')) {
            end--;
        }
        int begin = end;
        while (begin > 0 && end - begin <= MAX_WORD && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return lower(text, begin, end);
    }

    private static String lower(String text, int begin, int end) {
        return text.substring(begin, Math.min(end, begin + 2 * MAX_WORD)).toLowerCase(Locale.ROOT);
    }

    private static boolean beginsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return Math.max(at, Math.min(text.length(), from + 1));
    }
}
