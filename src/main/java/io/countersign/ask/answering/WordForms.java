package io.countersign.ask.answering;

import io.countersign.search.WordFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which words of a question stand in a text in any of their forms: {@code delivered} meets {@code delivery}. For one question
 * and one thread.
 */
final class WordForms {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_BEGINNING = 5;
    private static final Set<String> ENDINGS = Set.of(
            "", "s", "e", "es", "ed", "d", "ing", "ings", "er", "ers", "or", "ors", "y", "ies", "ied", "al", "ion",
            "ions", "ation", "ations", "ment", "ments", "able", "n", "en", "t", "te", "ten", "ung", "ungen");

    private final Map<String, WordFamily> asked = new HashMap<>();
    private final Map<String, Set<String>> met = new HashMap<>();

    /** @param words folded */
    WordForms(List<String> words) {
        words.forEach(word -> asked.put(word, new WordFamily(word)));
    }

    /** Those words of the question that this folded word is a form of. */
    Set<String> metBy(String word) {
        return met.computeIfAbsent(word, this::find);
    }

    private Set<String> find(String word) {
        var found = new ArrayList<String>();
        asked.forEach((one, family) -> {
            boolean alike = begin(one, word) >= SHORTEST && (isDerived(one, word) || family.has(word));
            if (one.equals(word) || isPlural(one, word) || isPlural(word, one) || alike) {
                found.add(one);
            }
        });
        return Set.copyOf(found);
    }

    private static boolean isPlural(String one, String many) {
        return many.length() == one.length() + 1 && many.endsWith("s") && many.startsWith(one);
    }

    private static boolean isDerived(String one, String other) {
        int length = begin(one, other);
        return length >= SHORTEST_BEGINNING
                && ENDINGS.contains(one.substring(length))
                && ENDINGS.contains(other.substring(length));
    }

    private static int begin(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
