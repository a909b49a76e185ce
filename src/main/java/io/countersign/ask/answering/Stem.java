package io.countersign.ask.answering;

import java.util.List;

/** Takes the endings off words that number and case give them in English and German, so that {@code tickets} finds {@code ticket}. */
final class Stem {
    private static final List<String> ENDINGS = List.of("es", "en", "er", "s", "n", "e");
    private static final int SHORTEST = 4;

    private Stem() {}

    /** What is left of a folded word; at least {@value #SHORTEST} letters, else the word itself. */
    static String of(String word) {
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
