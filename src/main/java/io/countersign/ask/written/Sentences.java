package io.countersign.ask.written;

import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.List;

/** Where sentences end; also in text of which only the beginning is known yet. */
final class Sentences {
    private static final int LONGEST = 1_500;
    private static final String ENDS = ".!?。！？";
    private static final String CLOSERS = "\"'”’»)*_";

    private final SupportWords words;

    Sentences(SupportWords words) {
        this.words = words;
    }

    List<String> split(String text) {
        var sentences = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from, true);
            sentences.add(text.substring(from, end));
            from = end;
        }
        return sentences;
    }

    /**
     * Where the sentence ends that begins at {@code from}, white space and citations behind it included.
     *
     * @param whole whether nothing follows the text
     * @return -1 when that cannot be told yet
     */
    int end(CharSequence text, int from, boolean whole) {
        int limit = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            if (ENDS.indexOf(c) >= 0 && !isInside(text, from, i)) {
                int end = behind(text, i + 1, whole);
                if (end != 0) {
                    return end;
                }
            }
        }
        if (limit == from + LONGEST) {
            return lastSpace(text, from, limit);
        }
        return whole ? text.length() : -1;
    }

    /** 0 when no sentence ends here, -1 when more text is needed. */
    private static int behind(CharSequence text, int at, boolean whole) {
        int i = at;
        while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int afterSpace = skipSpaces(text, i);
        if (afterSpace < text.length() && text.charAt(afterSpace) == '[') {
            int close = closing(text, afterSpace);
            return close > 0 ? behind(text, close + 1, whole) : close < 0 && !whole ? -1 : 0;
        }
        if (afterSpace == text.length()) {
            return whole ? afterSpace : -1;
        }
        char next = text.charAt(afterSpace);
        boolean apart = afterSpace > i || next == '\n' || i > at;
        if (next == '\n') {
            return afterSpace + 1;
        }
        return apart && !Character.isLowerCase(next) && ENDS.indexOf(next) < 0 ? afterSpace : 0;
    }

    /** The closing bracket of a citation; 0 when it is none, -1 when it may become one. */
    private static int closing(CharSequence text, int open) {
        for (int i = open + 1; i < text.length() && i < open + 40; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i;
            }
            if ((c < '0' || c > '9') && c != ',' && c != ' ' && c != '^') {
                return 0;
            }
        }
        return text.length() < open + 40 ? -1 : 0;
    }

    private static int skipSpaces(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether a full stop belongs to a short number or an abbreviation. */
    private boolean isInside(CharSequence text, int from, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int start = stop;
        while (start > from && !Character.isWhitespace(text.charAt(start - 1)) && stop - start < 12) {
            start--;
        }
        var word = TextFold.fold(text.subSequence(start, stop).toString());
        boolean shortNumber =
                !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
        boolean letter = word.length() == 1 && Character.isLetter(word.charAt(0));
        return shortNumber || letter || words.abbreviations().contains(word);
    }

    /** Whether this was cut out of the middle of something without any white space. */
    static boolean isCutWord(String sentence) {
        return sentence.length() == LONGEST && sentence.chars().noneMatch(Character::isWhitespace);
    }

    private static int lastSpace(CharSequence text, int from, int limit) {
        for (int i = limit - 1; i > from; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return limit;
    }
}
