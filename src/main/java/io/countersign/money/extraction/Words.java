package io.countersign.money.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts text into words for phrases: folded to lower case without accents; each ideograph is a word, digits are none. */
final class Words {
    private static final Set<String> ABBREVIATIONS =
            Set.of("incl", "inkl", "excl", "exkl", "zzgl", "gesetzl", "approx");

    private Words() {}

    /** @param opens it is the first word of a sentence */
    record Word(String text, int begin, int end, boolean opens) {}

    static List<Word> of(String text) {
        return of(text, 0, text.length());
    }

    static List<Word> of(String text, int from, int to) {
        var words = new ArrayList<Word>();
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (!isWordPart(c)) {
                at++;
                continue;
            }
            int end = at + 1;
            if (!isIdeograph(c)) {
                while (end < to && isWordPart(text.charAt(end)) && !isIdeograph(text.charAt(end))) {
                    end++;
                }
            }
            if (isUrl(text, at, end)) {
                at = spaceBehind(text, end, to);
                continue;
            }
            boolean opens = !words.isEmpty() && opensSentence(text, words.getLast(), at);
            words.add(new Word(fold(text.substring(at, end)), at, end, opens));
            at = end;
        }
        return words;
    }

    private static boolean isUrl(String text, int begin, int end) {
        return end - begin >= 4 && end - begin <= 5 && text.startsWith("://", end) && text.startsWith("http", begin);
    }

    private static int spaceBehind(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    /** Behind a full stop that is no abbreviation's, with a capital. */
    private static boolean opensSentence(String text, Word before, int at) {
        if (at - before.end() < 2 || !Character.isUpperCase(text.charAt(at))) {
            return false;
        }
        char stop = text.charAt(before.end());
        boolean dot = stop == '.' && before.text().length() > 3 && !ABBREVIATIONS.contains(before.text());
        return (dot || stop == '!' || stop == '?') && text.charAt(before.end() + 1) <= ' ';
    }

    private static boolean isWordPart(char c) {
        return c < 128
                ? (c | 32) >= 'a' && (c | 32) <= 'z' || c == '\''
                : Character.isLetter(c) || isMark(c) || c == '’';
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isIdeograph(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF;
    }

    /** Lower case, without accents and apostrophes. */
    static String fold(String word) {
        if (isFolded(word)) {
            return word;
        }
        var out = new StringBuilder(word.length());
        boolean plain = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'' || c == '’') {
                continue;
            }
            plain &= c < 128;
            out.append(c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c));
        }
        return plain ? out.toString() : withoutMarks(out.toString());
    }

    private static boolean isFolded(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z') || c == '\'') {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String word) {
        var parts = Normalizer.normalize(word, Normalizer.Form.NFKD);
        var out = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(
                        switch (c) {
                            case 'ł' -> 'l';
                            case 'ø' -> 'o';
                            case 'đ' -> 'd';
                            case 'ı' -> 'i';
                            default -> c;
                        });
            }
        }
        return out.toString().replace("ß", "ss").replace("æ", "ae").replace("œ", "oe");
    }
}
