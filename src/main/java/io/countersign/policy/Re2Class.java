package io.countersign.policy;

import java.util.ArrayList;
import java.util.List;

/** One letter of a pattern, or a class of letters, as RE2 takes it; with all that equals them where case does not count. */
final class Re2Class {
    private static final int UNKNOWN = -1;
    private static final int LAST_ASCII = 0x7f;
    private static final int LONG_S = 0x17f;
    private static final int KELVIN = 0x212a;
    private static final String CONTROLS = "tnrfav";
    private static final String CONTROL_LETTERS = "\t\n\r\f\u0007\u000b";

    private final boolean anyCase;
    private final List<Range> ranges = new ArrayList<>();
    private boolean negated;
    private boolean certain = true;

    Re2Class(boolean anyCase) {
        this.anyCase = anyCase;
    }

    private record Range(int first, int last) {
        boolean has(int letter) {
            return first <= letter && letter <= last;
        }
    }

    /** Reads {@code [...]} or an escape. Returns where the pattern goes on, or -1 for what is not known. */
    int read(String pattern, int from) {
        if (pattern.charAt(from) == '[') {
            return readBrackets(pattern, from + 1);
        }
        if (from + 1 == pattern.length()) {
            return UNKNOWN;
        }
        char c = pattern.charAt(from + 1);
        if ("DWS".indexOf(c) >= 0) {
            negated = true;
        }
        if (addNamed(Character.toLowerCase(c))) {
            return from + 2;
        }
        int letter = escaped(c);
        add(letter, letter);
        return letter < 0 ? UNKNOWN : from + 2;
    }

    private int readBrackets(String pattern, int from) {
        int at = from;
        if (pattern.startsWith("^", at)) {
            negated = true;
            at++;
        }
        int start = at;
        while (at < pattern.length() && (at == start || pattern.charAt(at) != ']')) {
            if (pattern.startsWith("[:", at)) {
                return UNKNOWN;
            }
            boolean escape = pattern.charAt(at) == '\\' && at + 1 < pattern.length();
            at = escape && addNamed(pattern.charAt(at + 1)) ? at + 2 : addRange(pattern, at);
            if (at < 0) {
                return UNKNOWN;
            }
        }
        return at < pattern.length() ? at + 1 : UNKNOWN;
    }

    private int addRange(String pattern, int from) {
        int first = letter(pattern, from);
        int at = first < 0 ? UNKNOWN : after(pattern, from);
        if (at < 0 || !pattern.startsWith("-", at) || pattern.startsWith("-]", at)) {
            add(first, first);
            return at;
        }
        int last = letter(pattern, at + 1);
        add(first, last);
        return last < first ? UNKNOWN : after(pattern, at + 1);
    }

    private static int letter(String pattern, int at) {
        if (at >= pattern.length()) {
            return UNKNOWN;
        }
        int letter = pattern.codePointAt(at);
        if (letter != '\\') {
            return letter;
        }
        return at + 1 < pattern.length() ? escaped(pattern.charAt(at + 1)) : UNKNOWN;
    }

    private static int after(String pattern, int at) {
        return pattern.charAt(at) == '\\' ? at + 2 : at + Character.charCount(pattern.codePointAt(at));
    }

    private static int escaped(char c) {
        int control = CONTROLS.indexOf(c);
        if (control >= 0) {
            return CONTROL_LETTERS.charAt(control);
        }
        return c <= LAST_ASCII && !Character.isLetterOrDigit(c) ? c : UNKNOWN;
    }

    private boolean addNamed(char name) {
        switch (name) {
            case 'd' -> add('0', '9');
            case 'w' -> add('0', '9').add('A', 'Z').add('_', '_').add('a', 'z');
            case 's' -> add('\t', '\n').add('\f', '\r').add(' ', ' ');
            default -> {
                return false;
            }
        }
        return true;
    }

    Re2Class add(int first, int last) {
        certain &= first >= 0 && !isSurrogate(first) && !isSurrogate(last);
        var range = new Range(first, last);
        ranges.add(range);
        if (anyCase) {
            addOtherCase(range);
        }
        return this;
    }

    private static boolean isSurrogate(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    /** Beyond ASCII, only single letters of which there are exactly two forms. */
    private void addOtherCase(Range range) {
        for (int lower = 'a'; lower <= 'z'; lower++) {
            int upper = lower - 'a' + 'A';
            if (range.has(lower) || range.has(upper)) {
                ranges.add(new Range(lower, lower));
                ranges.add(new Range(upper, upper));
                int third = lower == 'k' ? KELVIN : lower == 's' ? LONG_S : lower;
                ranges.add(new Range(third, third));
            }
        }
        if (range.last() > LAST_ASCII) {
            int upper = "àáâãäæçèéêëìíîïðñòóôõöøùúûüýþ".indexOf(range.first()) >= 0 ? range.first() - 32 : 0;
            int lower = "ÀÁÂÃÄÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ".indexOf(range.first()) >= 0 ? range.first() + 32 : 0;
            certain &= range.first() == range.last() && upper + lower > 0;
            ranges.add(new Range(upper + lower, upper + lower));
        }
    }

    /** False, with nothing to be relied on written, when it is not certain that both mean the same. */
    boolean writeTo(StringBuilder written) {
        written.append(negated ? "[^" : "[");
        for (var range : ranges) {
            written.append("\\x{%x}-\\x{%x}".formatted(range.first(), range.last()));
        }
        written.append(']');
        return certain;
    }
}
