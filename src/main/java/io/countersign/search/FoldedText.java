package io.countersign.search;

import io.countersign.shared.text.TextFold;

/** Text as queries are compared with it: folded ({@link TextFold}), all white space between two things one space. */
public final class FoldedText {
    private FoldedText() {}

    public static String of(String text) {
        return spaced(TextFold.fold(text));
    }

    private static String spaced(String folded) {
        var out = new StringBuilder(folded.length());
        boolean space = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (isSpace(c)) {
                space = !out.isEmpty();
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** All white space lies in the basic plane. */
    static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
