package io.countersign.search.ui;

import io.countersign.shared.text.OneLine;
import java.util.Arrays;

/** A text from a mail as {@link OneLine} makes it fit for a list, and where each of its characters went. */
final class CleanLine {
    private final String text;
    private final int[] places;

    private CleanLine(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static CleanLine of(String source) {
        var text = OneLine.of(source);
        var places = new int[source.length() + 1];
        Arrays.fill(places, text.length());
        int from = 0;
        // Every character of the line stands in the source in the same order; a space there for any run of blanks.
        for (int at = 0; at < text.length(); at++) {
            int found = next(source, from, text.charAt(at));
            Arrays.fill(places, from, Math.min(found + 1, places.length), at);
            from = Math.min(found + 1, source.length());
        }
        return new CleanLine(text, places);
    }

    private static int next(String source, int from, char wanted) {
        int at = from;
        while (at < source.length() && source.charAt(at) != wanted && !(wanted == ' ' && isBlank(source.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    String text() {
        return text;
    }

    /** Where a place of the source is now. */
    int at(int place) {
        return places[Math.clamp(place, 0, places.length - 1)];
    }
}
