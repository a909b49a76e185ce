package io.countersign.policy;

import com.google.re2j.Pattern;

/** What all patterns of one file together may cost to compile and to hold: time and memory of RE2 grow with what they say. */
final class PatternBudget {
    // A class of letters such as \\pL has some seven hundred ranges, which the parser copies.
    private static final int UNICODE_CLASS = 700;
    private static final int MOST_IN_ONE = 30 * UNICODE_CLASS;
    private static final int MOST_IN_ALL = 2_000_000;
    private static final int MOST_INSTRUCTIONS = 500_000;

    private long written;
    private long instructions;

    /** Whether one more pattern may be compiled. */
    boolean allows(String source) {
        long cost = source.length();
        for (int at = source.indexOf('\\'); at >= 0 && at + 1 < source.length(); at = source.indexOf('\\', at + 2)) {
            char c = source.charAt(at + 1);
            cost += c == 'p' || c == 'P' ? UNICODE_CLASS : 0;
        }
        written += cost;
        return cost <= MOST_IN_ONE && written <= MOST_IN_ALL && instructions <= MOST_INSTRUCTIONS;
    }

    /** Counts a pattern that was compiled. */
    void compiled(Pattern pattern) {
        instructions += pattern.programSize();
    }
}
