package io.countersign.policy;

import java.util.List;
import java.util.Optional;

/**
 * Writes an RE2 pattern as one for SafeRE, which is faster and follows Java's syntax, such that both are found in the same
 * texts. Only what is certain to mean the same is written, and spelt out: letters as code points, classes as ranges.
 */
final class Re2Dialect {
    private static final String REPETITIONS = "*+?";

    private final String pattern;
    private static final String ANY_LETTER = "[\\x{0}-\\x{10ffff}]";
    private static final List<String> FLAGS = List.of("(?i)", "(?s)", "(?is)", "(?si)");

    private final boolean anyCase;
    private final boolean anyLetter;
    private final StringBuilder written = new StringBuilder();
    private int at;

    private Re2Dialect(String pattern) {
        this.pattern = pattern;
        var flags = FLAGS.stream().filter(pattern::startsWith).findFirst().orElse("");
        this.anyCase = flags.contains("i");
        this.anyLetter = flags.contains("s");
        this.at = flags.length();
    }

    /** The pattern, which RE2 accepts, in the other syntax; empty where it has something that this does not translate. */
    static Optional<String> translated(String pattern) {
        var reader = new Re2Dialect(pattern);
        return reader.read() ? Optional.of(reader.written.toString()) : Optional.empty();
    }

    private boolean read() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean known =
                    switch (c) {
                        case '|' -> write("|", 1);
                        case '(' -> group();
                        case ')' -> write(")", 1);
                        case '.' -> write(anyLetter ? ANY_LETTER : "[^\\x{a}]", 1);
                        case '^' -> write("(?:\\A)", 1);
                        case '$' -> write("(?:\\z)", 1);
                        case '*', '+', '?' -> repeated(String.valueOf(c), at + 1);
                        case '{' -> counted();
                        case '[', '\\' -> set();
                        default -> literal();
                    };
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private boolean write(String text, int read) {
        written.append(text);
        at += read;
        return true;
    }

    private boolean group() {
        if (!pattern.startsWith("(?", at)) {
            return write("(?:", 1);
        }
        if (pattern.startsWith("(?:", at)) {
            return write("(?:", 3);
        }
        boolean named = pattern.startsWith("(?P<", at) || pattern.startsWith("(?<", at);
        return named && write("(?:", pattern.indexOf('>', at) + 1 - at);
    }

    /** Whether it prefers few or many does not change where there is a match. */
    private boolean repeated(String operator, int next) {
        written.append(operator);
        at = next < pattern.length() && pattern.charAt(next) == '?' ? next + 1 : next;
        return at == pattern.length() || REPETITIONS.indexOf(pattern.charAt(at)) < 0;
    }

    private boolean counted() {
        int end = pattern.indexOf('}', at);
        if (end < 0) {
            return false;
        }
        var bounds = List.of(pattern.substring(at + 1, end).split(",", -1));
        boolean known = bounds.size() <= 2
                && isCount(bounds.getFirst())
                && (bounds.getLast().isEmpty() || isCount(bounds.getLast()));
        return known && repeated(pattern.substring(at, end + 1), end + 1);
    }

    private static boolean isCount(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (text.length() == 1 || text.charAt(0) != '0');
    }

    private boolean literal() {
        int letter = pattern.codePointAt(at);
        at += Character.charCount(letter);
        return new Re2Class(anyCase).add(letter, letter).writeTo(written);
    }

    private boolean set() {
        if (pattern.startsWith("\\b", at) || pattern.startsWith("\\B", at)) {
            return write("(?:" + pattern.substring(at, at + 2) + ")", 2);
        }
        if (pattern.startsWith("\\A", at) || pattern.startsWith("\\z", at)) {
            return write("(?:" + pattern.substring(at, at + 2) + ")", 2);
        }
        var set = new Re2Class(anyCase);
        at = set.read(pattern, at);
        return at > 0 && set.writeTo(written);
    }
}
