package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.List;

/** Cuts short texts into words by plain scanning. */
final class TextWords {
    private static final int MOST = 24;

    private TextWords() {}

    /** What stands between white space, at most the first {@value #MOST} of it. */
    static List<String> ofSpaces(String text) {
        return cut(text, false);
    }

    /** Runs of letters and digits, at most the first {@value #MOST}. */
    static List<String> ofLetters(String text) {
        return cut(text, true);
    }

    private static List<String> cut(String text, boolean letters) {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < text.length() && words.size() < MOST) {
            int end = at;
            while (end < text.length() && isPart(text.charAt(end), letters)) {
                end++;
            }
            if (end > at) {
                words.add(text.substring(at, end));
            }
            at = end + 1;
        }
        return words;
    }

    private static boolean isPart(char c, boolean letters) {
        return letters ? Character.isLetterOrDigit(c) : !Character.isWhitespace(c);
    }

    /** The letters and digits of a word. */
    static String bare(String word) {
        var bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                bare.append(word.charAt(i));
            }
        }
        return bare.toString();
    }

    /** The pieces of a subject between "|", ": " and dashes with space around them. */
    static List<String> pieces(String subject) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < subject.length() && pieces.size() < MOST; at++) {
            if (parts(subject, at)) {
                pieces.add(subject.substring(from, at).strip());
                from = at + 1;
            }
        }
        pieces.add(subject.substring(from).strip());
        return pieces.stream().filter(piece -> !piece.isEmpty()).toList();
    }

    private static boolean parts(String text, int at) {
        char c = text.charAt(at);
        boolean spaceBehind = at + 1 >= text.length() || text.charAt(at + 1) == ' ';
        boolean spaceBefore = at == 0 || text.charAt(at - 1) == ' ';
        return switch (c) {
            case '|', '\u2022', '\u00b7' -> true;
            case ':' -> spaceBehind;
            case '-', '\u2013', '\u2014', '@' -> spaceBefore && spaceBehind;
            default -> false;
        };
    }
}
