package io.countersign.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * How a data file writes a phrase: words, {@code #} for a number, {@code $} for a currency sign, {@code %}, and
 * {@code *} for up to {@link PhraseTrie#GAP_WORDS} arbitrary words. Case, apostrophes and other punctuation do not matter.
 */
final class PhraseSyntax {
    private PhraseSyntax() {}

    static List<String> words(String phrase) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i <= phrase.length(); i++) {
            char c = i < phrase.length() ? Tokens.lower(phrase.charAt(i)) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (c != '\'' && c != '\u2019') {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                if (c == '#' || c == '*' || c == '$' || c == '%') {
                    words.add(String.valueOf(c));
                }
            }
        }
        return words;
    }

    /** Why a phrase is refused; empty when it is fine. */
    static String fault(String phrase) {
        var words = words(phrase);
        if (words.isEmpty()) {
            return "'" + phrase + "' has no words";
        }
        if (words.getFirst().equals("*") || words.getLast().equals("*")) {
            return "'" + phrase + "' begins or ends with *";
        }
        return "";
    }
}
