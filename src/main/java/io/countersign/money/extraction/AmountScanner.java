package io.countersign.money.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers with a currency sign beside them, and bare numbers, in one line of {@link PlainText}. Looks at each
 * character a bounded number of times. Immutable and thread-safe.
 */
final class AmountScanner {

    private final CurrencySigns signs;

    AmountScanner(CurrencySigns signs) {
        this.signs = signs;
    }

    /** All of a line, left to right; bare numbers only where {@code bare} says so. */
    List<RawAmount> scan(String text, boolean bare) {
        var found = new ArrayList<RawAmount>();
        int used = 0;
        int at = 0;
        while ((at = nextDigit(text, at)) < text.length()) {
            int begin = at > 0 && startsFraction(text, at) ? at - 1 : at;
            var number = new NumberReading(signs, text, begin, used);
            var amount = number.read();
            if (amount != null && (bare || amount.hasSign())) {
                found.add(amount);
                used = amount.end();
            }
            at = Math.max(number.end(), at + 1);
        }
        return found;
    }

    /** Whether there is any amount with a sign before {@code limit}. */
    boolean any(String text, int limit) {
        int end = Math.min(text.length(), limit);
        int at = 0;
        while ((at = nextDigit(text, at)) < end) {
            var number = new NumberReading(signs, text, at, 0);
            var amount = number.read();
            if (amount != null && amount.hasSign()) {
                return true;
            }
            at = Math.max(number.end(), at + 1);
        }
        return false;
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && !isDigit(text, at)) {
            at++;
        }
        return at;
    }

    /** "$.99", but not the full stop of "Rs.99" or "Rs.99.00". */
    private static boolean startsFraction(String text, int at) {
        boolean abbreviation = at >= 2 && Character.isLetter(text.charAt(at - 2));
        return !abbreviation
                && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == ',')
                && (at < 2 || !isDigit(text, at - 2))
                && isDigit(text, at + 1)
                && !isDigit(text, at + 2);
    }

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
