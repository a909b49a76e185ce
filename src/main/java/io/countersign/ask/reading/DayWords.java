package io.countersign.ask.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whether a text speaks of a day or a time of day, in English or German. Immutable. */
public final class DayWords {
    private static final Set<String> GROUPS = Set.of("period", "month", "weekday", "every-week");
    private static final Set<String> HALVES = Set.of("am", "pm", "uhr");

    private final Lexicon lexicon;

    public DayWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** True for {@code 5 Nov}, {@code on Friday}, {@code next week}, {@code 14:30}, {@code 5.11.2026}, {@code 2 pm}. */
    public boolean areIn(String text) {
        var words = WordSplitter.split(text);
        return Chunks.of(words, lexicon).all().stream()
                        .anyMatch(chunk -> GROUPS.stream().anyMatch(chunk::has))
                || IntStream.range(0, words.size())
                        .anyMatch(at -> isWritten(words.get(at).folded()) || isHour(words, at));
    }

    /** {@code 2 pm}, {@code 14 Uhr}. */
    private static boolean isHour(List<Word> words, int at) {
        return at > 0
                && HALVES.contains(words.get(at).folded())
                && words.get(at - 1).folded().chars().allMatch(c -> Character.isDigit(c) || c == ':' || c == '.');
    }

    /** A date or a time in digits, or a year. */
    private static boolean isWritten(String word) {
        var parts = word.split("[-./:]", -1);
        boolean digits = word.chars().allMatch(c -> Character.isDigit(c) || "-./:".indexOf(c) >= 0);
        return digits && ((parts.length == 2 && word.indexOf(':') > 0) || parts.length == 3 || isYear(word));
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
    }
}
