package io.countersign.search;

/**
 * Walks over the pieces of a folded text: words (letters and digits) and single signs. Positions tell whether white space
 * stands between two pieces, so that an engine that knows the positions of pieces finds phrases exactly as they stand. What no
 * person searches for is cut, in mail and in queries alike: words after {@link #LONGEST_WORD} characters, rows of the same sign
 * after {@link #LONGEST_ROW}. For one thread; reusable.
 */
public final class WordScanner {
    public static final int LONGEST_WORD = 100;
    public static final int LONGEST_ROW = 3;

    // Two steps are always longer than one, so that a distance tells what lies between.
    public static final int ADJACENT = 2;
    public static final int ACROSS_SPACE = 3;

    /** So far apart are the positions of things that no phrase joins, such as two addresses. */
    public static final int PART = 100;

    private String text = "";
    private int at;
    private int start;
    private int end;
    private int step;
    private boolean word;

    /** Begins a text. */
    public void begin(String folded) {
        text = folded;
        at = 0;
        start = 0;
        end = 0;
    }

    /** Goes to the next piece; false at the end. */
    public boolean next() {
        int before = at;
        while (at < text.length() && FoldedText.isSpace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        step = at > before ? ACROSS_SPACE : ADJACENT;
        start = at;
        int point = text.codePointAt(at);
        word = Character.isLetterOrDigit(point);
        if (word) {
            skipWord();
            end = Math.min(at, cut(start + LONGEST_WORD));
        } else {
            at += Character.charCount(point);
            end = at;
            skipRow(point);
        }
        return true;
    }

    private void skipWord() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < 0x80 ? !isAsciiWord(c) : !Character.isLetterOrDigit(text.codePointAt(at))) {
                return;
            }
            at += Character.isHighSurrogate(c) && at + 1 < text.length() ? 2 : 1;
        }
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /** Behind the last sign that counts in a longer row, to its end. */
    private void skipRow(int sign) {
        int size = Character.charCount(sign);
        int row = start;
        while (row >= size && text.codePointBefore(row) == sign && start - row < LONGEST_ROW * size) {
            row -= size;
        }
        if (start - row == (LONGEST_ROW - 1) * size) {
            while (at < text.length() && text.codePointAt(at) == sign) {
                at += size;
            }
        }
    }

    private int cut(int index) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    /** The text that was begun. */
    public String text() {
        return text;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** By how much the position grows from the piece before. */
    public int step() {
        return step;
    }

    /** True for a word, false for a sign. */
    public boolean isWord() {
        return word;
    }
}
