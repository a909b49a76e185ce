package io.countersign.money.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words whose beginning or end is open: {@code *rechnung} is in "Stromrechnung", {@code subskrypcj*} in all its cases. A
 * word is looked up in constant time. Immutable once filled.
 */
final class OpenWords<T> {
    private static final int LEAST = 4;

    private final Map<String, List<Open<T>>> byEnd = new HashMap<>();
    private final Map<String, List<Open<T>>> byBeginning = new HashMap<>();

    private record Open<T>(String part, T meaning) {}

    static boolean isOpen(String phrase) {
        return phrase.startsWith("*") || phrase.endsWith("*");
    }

    /** {@code part} is the word without the star, folded. */
    void add(String phrase, String part, T meaning) {
        if (part.length() < LEAST) {
            throw new IllegalArgumentException("'" + phrase + "' is too short to be open");
        }
        boolean end = phrase.startsWith("*");
        var key = end ? part.substring(part.length() - LEAST) : part.substring(0, LEAST);
        (end ? byEnd : byBeginning).computeIfAbsent(key, _ -> new ArrayList<>()).add(new Open<>(part, meaning));
    }

    @Nullable
    T find(String word) {
        int length = word.length();
        if (length < LEAST || (byEnd.isEmpty() && byBeginning.isEmpty())) {
            return null;
        }
        for (var open : byEnd.getOrDefault(word.substring(length - LEAST), List.of())) {
            if (word.endsWith(open.part())) {
                return open.meaning();
            }
        }
        for (var open : byBeginning.getOrDefault(word.substring(0, LEAST), List.of())) {
            if (word.startsWith(open.part())) {
                return open.meaning();
            }
        }
        return null;
    }
}
