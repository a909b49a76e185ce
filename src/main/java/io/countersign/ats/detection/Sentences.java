package io.countersign.ats.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Cuts text into sentences: at full stops, at empty lines, and at line ends that no wrapping explains. */
final class Sentences {
    private static final int MOST = 600;
    private static final int WRAPPED_LINE = 55;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "inc", "co", "corp", "ltd", "llc", "mr", "mrs", "ms", "dr", "sr", "jr", "st", "no", "nr", "approx", "e.g",
            "i.e", "z.b", "bzw", "ca", "inkl", "evtl", "ggf", "prof", "dipl", "u.a", "d.h", "vs", "dept", "bros", "hr",
            "fr", "abs", "str", "tel", "p.m", "a.m");

    private final int[] edges;

    private Sentences(int[] edges) {
        this.edges = edges;
    }

    /** Where sentences begin, from 0 to the text's length. */
    int[] edges() {
        return edges;
    }

    /** The number of the sentence that holds an offset. */
    int at(int offset) {
        int at = Arrays.binarySearch(edges, offset);
        return at >= 0 ? Math.min(at, edges.length - 2) : -at - 2;
    }

    /** The sentences of a text; the subject before {@code bodyStart} is cut like the body. */
    static Sentences of(String text, int bodyStart) {
        var edges = new int[MOST + 2];
        int count = 1;
        int lineStart = 0;
        for (int at = 0; at < text.length() && count < MOST; at++) {
            char c = text.charAt(at);
            boolean ends = c == '\n' ? endsAtLine(text, lineStart, at) : endsAtMark(text, at);
            if (c == '\n') {
                lineStart = at + 1;
            }
            if (ends || at + 1 == bodyStart) {
                edges[count++] = at + 1;
            }
        }
        if (edges[count - 1] < text.length()) {
            edges[count++] = text.length();
        }
        return new Sentences(Arrays.copyOf(edges, Math.max(2, count)));
    }

    private static boolean endsAtMark(String text, int at) {
        char c = text.charAt(at);
        if (c == '\u2022' || c == '\u25cf') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        if (at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        return c != '.' || !abbreviation(text, at);
    }

    private static boolean abbreviation(String text, int dot) {
        int from = dot;
        while (from > 0 && dot - from < 8 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        var word = text.substring(from, dot).toLowerCase(Locale.ROOT);
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word);
    }

    /** A short line ends a sentence; a long one does so only before an empty line or a list. */
    private static boolean endsAtLine(String text, int lineStart, int lineEnd) {
        int next = lineEnd + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        char c = text.charAt(next);
        if (c == '\n' || c == '-' || c == '*' || c == '\u2022') {
            return true;
        }
        return lineEnd - lineStart < WRAPPED_LINE && !Character.isLowerCase(c);
    }
}
