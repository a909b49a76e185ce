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
        var upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var folded = new StringBuilder(upper.length());
        // Letter by letter: String.toLowerCase would turn a sigma into its final form only at the end of a word.
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
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
