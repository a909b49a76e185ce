package io.countersign.shared.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds text so that what a person reads as the same compares as equal: without case in any script ({@code STRASSE} and
 * {@code straße}, {@code İ} and {@code i}), and without compatibility variants (full width or mathematical letters,
 * composed or decomposed accents). Accents stay. Folding is idempotent and independent of the locale.
 */
public final class TextFold {
    private TextFold() {}

    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        // Up between two downs: only that brings both the small and the capital sharp s to "ss".
        var folded = lowerEach(lowerEach(plain).toUpperCase(Locale.ROOT));
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    // Letter by letter: String.toLowerCase gives a sigma another form at the end of a word, and a dotted capital i two
    // letters.
    private static String lowerEach(String text) {
        var lower = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            lower.appendCodePoint(Character.toLowerCase(point));
            at += Character.charCount(point);
        }
        return lower.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
