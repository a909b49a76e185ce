package io.countersign.ats.detection;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.DataFile;
import io.countersign.classify.DateReader;
import io.countersign.classify.DateReader.Found;
import io.countersign.classify.DateReader.Order;
import io.countersign.mail.Stage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By when an offer awaits its answer and an assessment its end: {@code please respond by Friday, 4 December}, {@code complete
 * it within 5 days}. The words are those of {@code ats/deadlines.txt}. Of several the first day counts. Immutable, thread-safe,
 * bounded work.
 */
final class Deadlines {
    private static final int MOST_DAYS = 120;
    private static final int MOST_SKIPPED = 3;
    private static final int LONGEST_SENTENCE = 1_000;

    private final CalendarWords calendar;
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Deadlines(CalendarWords calendar, DataFile file) {
        this.calendar = calendar;
        for (var section : file.sections()) {
            words.put(
                    section.name(),
                    section.lines().stream()
                            .map(DataFile.Line::text)
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .toList());
        }
        of("numbers").forEach(line -> {
            int sign = line.indexOf('=');
            numbers.put(line.substring(0, sign), Integer.parseInt(line, sign + 1, line.length(), 10));
        });
    }

    private List<String> of(String section) {
        return words.getOrDefault(section, List.of());
    }

    /** The last day on which the person can do it; empty unless the mail announces such a stage and names one. */
    Optional<LocalDate> find(Passage passage, Optional<Stage> stage, Instant sent) {
        if (stage.filter(Stage::awaitsThePerson).isEmpty()) {
            return Optional.empty();
        }
        var today = sent.atZone(ZoneOffset.UTC).toLocalDate();
        return sentences(passage).stream()
                .map(sentence -> sentence.toLowerCase(Locale.ROOT))
                .filter(sentence -> holds(sentence, "asks") && !holds(sentence, "ours"))
                .flatMap(sentence -> days(sentence, today, sent))
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(MOST_DAYS)))
                .min(Comparator.naturalOrder());
    }

    /** Those of subject and body; the full stop of {@code 4. Dezember} ends none. */
    private static List<String> sentences(Passage passage) {
        var sentences = new ArrayList<String>();
        var edges = passage.edges();
        var sentence = new StringBuilder();
        for (int i = 0; i < edges.length - 1; i++) {
            if (edges[i + 1] > passage.subjectStart()) {
                sentence.append(passage.text(), edges[i], Math.min(edges[i + 1], edges[i] + LONGEST_SENTENCE));
                if (!endsInDay(sentence) || sentence.length() > LONGEST_SENTENCE) {
                    sentences.add(sentence.toString());
                    sentence.setLength(0);
                }
            }
        }
        sentences.add(sentence.toString());
        return sentences;
    }

    private static boolean endsInDay(StringBuilder sentence) {
        int end = sentence.length();
        while (end > 0 && Character.isWhitespace(sentence.charAt(end - 1))) {
            end--;
        }
        return end > 1 && sentence.charAt(end - 1) == '.' && Character.isDigit(sentence.charAt(end - 2));
    }

    private boolean holds(String sentence, String section) {
        return of(section).stream().anyMatch(word -> {
            for (int at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
                if (stands(sentence, at, word)) {
                    return true;
                }
            }
            return false;
        });
    }

    private Stream<LocalDate> days(String sentence, LocalDate today, Instant sent) {
        return IntStream.range(0, sentence.length())
                .filter(at -> at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1)))
                .boxed()
                .flatMap(at -> Stream.concat(
                        behind(sentence, at, "by").flatMap(end -> date(sentence, end, today)).stream(),
                        behind(sentence, at, "within").flatMap(end -> span(sentence, end, today, sent)).stream()));
    }

    private Optional<LocalDate> date(String sentence, int from, LocalDate today) {
        var reader = DateReader.ahead(calendar, today, Order.UNKNOWN);
        int at = from;
        for (int skipped = 0; skipped <= MOST_SKIPPED && at < sentence.length(); skipped++) {
            var found = reader.date(sentence, at).map(Found::date);
            int next = behind(sentence, at, "skip").orElseGet(() -> -1);
            int time = next >= 0 ? next : afterTime(sentence, at);
            if (found.isPresent() || time < 0) {
                return found;
            }
            at = afterSpace(sentence, time);
        }
        return Optional.empty();
    }

    /** {@code within 5 business days}. */
    private Optional<LocalDate> span(String sentence, int from, LocalDate today, Instant sent) {
        int end = from;
        while (end < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end))) {
            end++;
        }
        var count = number(sentence.substring(from, end));
        int unit = afterSpace(sentence, end);
        return count.flatMap(many -> {
            if (behind(sentence, unit, "workdays").isPresent()) {
                return Optional.of(workdays(today, many));
            }
            if (behind(sentence, unit, "hours").isPresent()) {
                return Optional.of(
                        sent.plusSeconds(many * 3600L).atZone(ZoneOffset.UTC).toLocalDate());
            }
            int days = behind(sentence, unit, "weeks").isPresent() ? 7 : 1;
            return days == 7 || behind(sentence, unit, "days").isPresent()
                    ? Optional.of(today.plusDays((long) many * days))
                    : Optional.empty();
        });
    }

    private Optional<Integer> number(String word) {
        boolean digits = !word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(word)) : Optional.ofNullable(numbers.get(word));
    }

    private static LocalDate workdays(LocalDate today, int count) {
        var day = today;
        for (int i = 0; i < Math.min(count, MOST_DAYS); ) {
            day = day.plusDays(1);
            i += day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
        }
        return day;
    }

    /** Where the next word begins behind the longest phrase of a section that stands there. */
    private Optional<Integer> behind(String sentence, int at, String section) {
        return of(section).stream()
                .filter(word -> sentence.startsWith(word, at) && stands(sentence, at, word))
                .findFirst()
                .map(word -> afterSpace(sentence, at + word.length()));
    }

    /** Behind {@code 5 pm}, {@code 17:00 Uhr} or {@code 5:00 p.m. CET}; -1 where no time stands. */
    private static int afterTime(String sentence, int from) {
        int at = from;
        while (at < sentence.length() && (Character.isDigit(sentence.charAt(at)) || sentence.charAt(at) == ':')) {
            at++;
        }
        if (at == from || at - from > 5) {
            return -1;
        }
        boolean clock = sentence.substring(from, at).indexOf(':') >= 0;
        int end = afterSpace(sentence, at);
        for (var half : List.of("p.m.", "a.m.", "pm", "am", "uhr", "h")) {
            if (sentence.startsWith(half, end) && stands(sentence, end, half)) {
                return afterZone(sentence, end + half.length());
            }
        }
        return clock ? afterZone(sentence, at) : -1;
    }

    private static int afterZone(String sentence, int from) {
        int at = afterSpace(sentence, from);
        for (var zone : List.of("cet", "cest", "utc", "gmt", "est", "edt", "et", "pst", "pdt", "pt", "cst", "ct")) {
            if (sentence.startsWith(zone, at) && stands(sentence, at, zone)) {
                return at + zone.length();
            }
        }
        return from;
    }

    private static int afterSpace(String sentence, int from) {
        int at = from;
        while (at < sentence.length() && " \t\n\r:,(*".indexOf(sentence.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean stands(String sentence, int at, String word) {
        int end = at + word.length();
        return (at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1)))
                && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
    }
}
