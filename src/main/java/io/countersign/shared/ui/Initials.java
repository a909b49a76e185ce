package io.countersign.shared.ui;

import java.util.Locale;

/** The letters and the colour that stand for a sender. */
final class Initials {
    /** How many colours {@code countersign.css} defines as {@code .monogram-0} and on. */
    static final int COLOURS = 10;

    private Initials() {}

    static int colour(String address) {
        // String.hashCode is specified, so the colour is the same on every machine.
        int hash = address.toLowerCase(Locale.ROOT).hashCode();
        return Math.floorMod(hash ^ (hash >>> 15), COLOURS);
    }

    static String of(String name) {
        var first = new StringBuilder();
        var all = new StringBuilder();
        boolean start = true;
        for (int c : name.codePoints().toArray()) {
            if (!Character.isLetterOrDigit(c)) {
                start = true;
                continue;
            }
            all.appendCodePoint(c);
            if (start) {
                first.appendCodePoint(c);
            }
            start = false;
        }
        var chosen = first.codePointCount(0, first.length()) >= 2 ? first : all;
        int count = Math.min(2, chosen.codePointCount(0, chosen.length()));
        return chosen.substring(0, chosen.offsetByCodePoints(0, count)).toUpperCase(Locale.ROOT);
    }
}
