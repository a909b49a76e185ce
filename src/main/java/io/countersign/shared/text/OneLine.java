package io.countersign.shared.text;

/** Text from a mail made fit for one line of a list: nothing in it can break the line or turn what stands beside it around. */
public final class OneLine {
    private static final int LONGEST = 400;

    private OneLine() {}

    /** Folds white space and control characters, drops bidirectional overrides, and cuts what no window could show. */
    public static String of(String text) {
        var line = new StringBuilder(Math.min(text.length(), LONGEST));
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() < LONGEST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)) {
                space = !line.isEmpty();
            } else if (!isOverride(c)) {
                line.append(space ? " " : "").appendCodePoint(c);
                space = false;
            }
        }
        return line.toString();
    }

    private static boolean isOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
