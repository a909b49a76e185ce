package io.countersign.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts that must be in whatever an RE2 pattern matches, found by reading its outermost sequence. Looking for them is a
 * hundred times faster than the pattern, and most texts have none. Nothing is required where that is not certain.
 */
final class RequiredTexts {
    private static final String NOT_LITERAL = ".^$";
    private static final String CLASSES = "bBdDwWsSAz";

    private final String pattern;
    private final boolean anyCase;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int at;

    private RequiredTexts(String pattern) {
        this.pattern = pattern;
        // A flag may be set in the middle; (?i) anywhere is taken to hold everywhere, which only requires less.
        this.anyCase = pattern.contains("(?");
    }

    /** Texts that a match contains all of. */
    record Filter(List<String> texts, boolean anyCase) {
        /** False only for texts in which the pattern finds nothing. */
        boolean admits(String text) {
            for (var required : texts) {
                if (anyCase ? !containsAnyCase(text, required) : !text.contains(required)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean containsAnyCase(String text, String lower) {
            char first = lower.charAt(0);
            int last = text.length() - lower.length();
            for (int i = 0; i <= last; i++) {
                if (lower(text.charAt(i)) == first && startsWith(text, i, lower)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean startsWith(String text, int from, String lower) {
            for (int i = 1; i < lower.length(); i++) {
                if (lower(text.charAt(from + i)) != lower.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    static Filter of(String pattern) {
        var reader = new RequiredTexts(pattern);
        return new Filter(reader.read() ? List.copyOf(reader.found) : List.of(), reader.anyCase);
    }

    /** False when the pattern has something that this does not read. */
    private boolean read() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean known =
                    switch (c) {
                        case '|' -> false;
                        case '(' -> skipGroup();
                        case '[' -> skipClass();
                        case '\\' -> escape();
                        case '*', '+', '?', '{' -> skipRepetition();
                        default -> literal(c, at + 1);
                    };
            if (!known) {
                return false;
            }
        }
        endRun();
        return true;
    }

    private boolean literal(char c, int next) {
        at = next;
        boolean isPlain = c >= ' ' && c < 0x7f && NOT_LITERAL.indexOf(c) < 0;
        append(c, isPlain);
        return !Character.isSurrogate(c);
    }

    private void append(char c, boolean isPlain) {
        char lower = anyCase ? lower(c) : c;
        // Without case, RE2 takes the Kelvin sign for a k and the long s for an s.
        if (!isPlain || (anyCase && (lower == 'k' || lower == 's'))) {
            endRun();
        } else if (optional()) {
            endRun();
        } else {
            run.append(lower);
            if (at < pattern.length() && pattern.charAt(at) == '+') {
                endRun();
            }
        }
    }

    /** Whether what was just read may be absent or repeated. */
    private boolean optional() {
        return at < pattern.length() && "*?{".indexOf(pattern.charAt(at)) >= 0;
    }

    private boolean escape() {
        if (at + 1 == pattern.length()) {
            return false;
        }
        char c = pattern.charAt(at + 1);
        if (c < 0x7f && !Character.isLetterOrDigit(c)) {
            at += 2;
            append(c, true);
            return true;
        }
        at += 2;
        endRun();
        return CLASSES.indexOf(c) >= 0;
    }

    private boolean skipRepetition() {
        endRun();
        if (pattern.charAt(at) == '{') {
            int end = pattern.indexOf('}', at);
            // Without an end, or without a number, it is a brace like any other letter.
            if (end < 0 || !Character.isDigit(pattern.charAt(at + 1))) {
                return false;
            }
            at = end + 1;
            return true;
        }
        at++;
        return true;
    }

    private boolean skipGroup() {
        endRun();
        int start = at;
        int depth = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                if (at + 1 < pattern.length() && pattern.charAt(at + 1) == 'Q') {
                    return false;
                }
                at += 2;
            } else if (c == '[') {
                if (!skipClass()) {
                    return false;
                }
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                at++;
                if (depth == 0) {
                    // A repetition behind flags repeats what stands before them.
                    return start == 0 || !isFlags(pattern.substring(start, at));
                }
            }
        }
        return false;
    }

    private static boolean isFlags(String group) {
        return group.startsWith("(?") && group.indexOf(':') < 0 && group.indexOf('<') < 0;
    }

    private boolean skipClass() {
        endRun();
        at += at + 1 < pattern.length() && pattern.charAt(at + 1) == '^' ? 2 : 1;
        boolean first = true;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']' && !first) {
                at++;
                return true;
            }
            // [[:alpha:]] and \Q...\E inside of a class are left to the pattern itself.
            if (c == '[' || (c == '\\' && at + 1 < pattern.length() && "Qp".indexOf(pattern.charAt(at + 1)) >= 0)) {
                return false;
            }
            at += c == '\\' ? 2 : 1;
            first = false;
        }
        return false;
    }

    private void endRun() {
        if (!run.isEmpty()) {
            found.add(run.toString());
            run.setLength(0);
        }
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
