package io.countersign.search.elastic;

import io.countersign.shared.text.TextFold;

/**
 * Text as the server gets it: folded by {@link TextFold} and split into runs of letters and digits, one space between two.
 * Mail and queries are folded here, not by an analyzer of the server, so that both mean by a word what the rest of the
 * program means by it. The server only splits at the spaces.
 */
final class FoldedWords {
    /** What is behind that many characters of a text is not found by words. */
    private static final int LONGEST_TEXT = 1_000_000;

    /** Longer words are cut; the server would split them at 255. */
    private static final int LONGEST_WORD = 200;

    private FoldedWords() {}

    static String of(String text) {
        var folded = TextFold.fold(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        var words = new StringBuilder(folded.length());
        int inWord = 0;
        for (int at = 0; at < folded.length(); ) {
            int point = folded.codePointAt(at);
            int chars = Character.charCount(point);
            if (!Character.isLetterOrDigit(point)) {
                inWord = 0;
            } else {
                if (inWord == 0 && !words.isEmpty()) {
                    words.append(' ');
                }
                inWord += chars;
                if (inWord <= LONGEST_WORD) {
                    words.appendCodePoint(point);
                }
            }
            at += chars;
        }
        return words.toString();
    }
}
