package io.countersign.money;

import java.util.Locale;

/** Compares order numbers: {@code #112-5195239} and {@code 112 5195239} are one. */
final class OrderIds {
    private static final int DISTINCTIVE_LENGTH = 9;
    private static final int DISTINCTIVE_DIGITS = 6;

    private OrderIds() {}

    /** Letters and digits in upper case; empty for an id without any. */
    static String normalise(String id) {
        var plain = new StringBuilder(id.length());
        id.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** True when no two merchants hand it out by chance; a date with a short number is none. */
    static boolean isDistinctive(String normalised) {
        return normalised.length() >= DISTINCTIVE_LENGTH
                && normalised.chars().filter(Character::isDigit).count() >= DISTINCTIVE_DIGITS;
    }

    /** True when both are there and differ. */
    static boolean conflict(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
