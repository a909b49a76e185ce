package io.countersign.classify;

import java.util.Locale;

/** A cursor over the words, numbers and marks of a text, for reading dates. At the end everything is empty. */
final class DateLexer {
    private static final int MAX_WORD = 20;

    private final String text;
    private int begin;
    private int end;

    DateLexer(String text, int from) {
        this.text = text;
        end = from;
        advance();
    }

    /** Moves to the next word, number or mark. Ordinal endings ({@code 13th}) belong to their number. */
    void advance() {
        begin = end;
        while (begin < text.length() && (text.charAt(begin) <= ' ' || text.charAt(begin) == '\u00a0')) {
            begin++;
        }
        end = begin;
        if (begin == text.length()) {
            return;
        }
        boolean digits = Character.isDigit(text.charAt(begin));
        while (end < text.length() && end - begin < MAX_WORD && sameKind(text.charAt(end), digits)) {
            end++;
        }
        end = Math.max(end, begin + 1);
    }

    /** A cursor on what follows; this one stays. */
    DateLexer next() {
        return new DateLexer(text, ordinalEnd());
    }

    boolean isNumber() {
        return begin < end && text.charAt(begin) >= '0' && text.charAt(begin) <= '9' && digits() <= 4;
    }

    int number() {
        int number = 0;
        for (int i = begin; i < end && i < begin + 5; i++) {
            number = number * 10 + Math.floorMod(text.charAt(i) - '0', 10);
        }
        return number;
    }

    int digits() {
        return end - begin;
    }

    /** In lower case; empty for numbers and marks. */
    String word() {
        return begin < end && Character.isLetter(text.charAt(begin))
                ? text.substring(begin, end).toLowerCase(Locale.ROOT)
                : "";
    }

    /** The mark itself, else 0. */
    char separator() {
        return begin < end && !Character.isLetterOrDigit(text.charAt(begin)) ? text.charAt(begin) : 0;
    }

    /** The character right behind, without space between; 0 at the end. */
    char following() {
        return end < text.length() ? text.charAt(end) : 0;
    }

    /** Where it begins. */
    int begin() {
        return begin;
    }

    /** Where what follows begins. */
    int end() {
        return ordinalEnd();
    }

    /** {@code am} or {@code pm} in any spelling, else empty. */
    String half() {
        var word = word();
        if (word.equals("am") || word.equals("pm")) {
            return word;
        }
        boolean spelled = (word.equals("a") || word.equals("p"))
                && following() == '.'
                && next().next().word().equals("m");
        return spelled ? word + "m" : "";
    }

    /** What follows {@link #half()}. */
    DateLexer afterHalf() {
        var after = word().length() == 2 ? next() : next().next().next();
        return after.separator() == '.' ? after.next() : after;
    }

    private int ordinalEnd() {
        if (!isNumber() || end + 2 > text.length()) {
            return end;
        }
        var suffix = text.substring(end, end + 2).toLowerCase(Locale.ROOT);
        boolean alone = end + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 2));
        boolean ordinal = suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd") || suffix.equals("th");
        return alone && ordinal ? end + 2 : end;
    }

    private static boolean sameKind(char c, boolean digits) {
        return digits ? c >= '0' && c <= '9' : Character.isLetter(c);
    }
}
