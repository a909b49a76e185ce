package io.countersign.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds what a person means by a few letters in the right order. */
final class FuzzySearch {
    static final int NO_MATCH = -1;
    private static final int WORD_START = 8;
    private static final int NEIGHBOUR = 5;
    private static final int HIT = 1;

    private FuzzySearch() {}

    /** Those that match, best first, equals in their old order; all of them for an empty query. */
    static <T> List<T> find(String query, List<T> among, Function<T, String> text) {
        record Scored<T>(T item, int score) {}
        return among.stream()
                .map(item -> new Scored<>(item, score(query, text.apply(item))))
                .filter(s -> s.score != NO_MATCH)
                .sorted(Comparator.<Scored<T>>comparingInt(Scored::score).reversed())
                .map(Scored::item)
                .toList();
    }

    /** Higher is better: letters at the start of words and letters side by side count more. */
    static int score(String query, String text) {
        var wanted = query.strip().toLowerCase(Locale.ROOT);
        var lower = text.toLowerCase(Locale.ROOT);
        int score = lower.startsWith(wanted) ? WORD_START : 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            if (wanted.charAt(i) == ' ') {
                continue;
            }
            int next = position(lower, wanted.charAt(i), at);
            if (next < 0) {
                return NO_MATCH;
            }
            score += HIT + (at >= 0 && next == at + 1 ? NEIGHBOUR : 0) + (startsWord(lower, next) ? WORD_START : 0);
            at = next;
        }
        return score;
    }

    // The neighbour if it fits, else the start of a later word, else the next one at all.
    private static int position(String text, char wanted, int after) {
        if (after + 1 < text.length() && text.charAt(after + 1) == wanted) {
            return after + 1;
        }
        int first = text.indexOf(wanted, after + 1);
        for (int i = first; i >= 0; i = text.indexOf(wanted, i + 1)) {
            if (startsWord(text, i)) {
                return i;
            }
        }
        return first;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
