package io.countersign.ask.ui;

import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The text of an answer, line by line, in parts: words, and marks that name a citation. Nothing in it is markup. */
record AnswerText(List<Line> lines) {
    AnswerText {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param bullet it is an entry of a list
     */
    record Line(boolean bullet, List<Part> parts) {
        Line {
            parts = List.copyOf(parts);
        }
    }

    /** A piece of a line. */
    sealed interface Part {
        /** Words; {@code unsupported}: no cited mail says so. */
        record Words(String text, boolean unsupported) implements Part {}

        /** A mark such as {@code [2]}. */
        record Cite(int number) implements Part {}
    }

    /** Reads a text with so many citations; a mark that names no citation stays text. */
    static AnswerText of(String text, int citations, List<String> unsupported) {
        var doubtful = new BitSet();
        for (var sentence : unsupported) {
            int at = sentence.isBlank() ? -1 : text.indexOf(sentence.strip());
            if (at >= 0) {
                doubtful.set(at, at + sentence.strip().length());
            }
        }
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(text, start, end, citations, doubtful).ifPresent(lines::add);
            start = end + 1;
        }
        return new AnswerText(lines);
    }

    /** The sentences that are not to be found in the text, so that they are not passed over in silence. */
    static List<String> unplaced(String text, List<String> unsupported) {
        return unsupported.stream()
                .filter(sentence -> !TextFold.fold(text).contains(TextFold.fold(sentence.strip())))
                .toList();
    }

    private static java.util.Optional<Line> line(String text, int from, int to, int citations, BitSet doubtful) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == to) {
            return java.util.Optional.empty();
        }
        boolean bullet = start + 1 < to && "-*•".indexOf(text.charAt(start)) >= 0 && text.charAt(start + 1) == ' ';
        return java.util.Optional.of(
                new Line(bullet, parts(text, bullet ? start + 2 : start, to, citations, doubtful)));
    }

    private static List<Part> parts(String text, int from, int to, int citations, BitSet doubtful) {
        var parts = new ArrayList<Part>();
        int words = from;
        int at = from;
        while (at < to) {
            int number = text.charAt(at) == '[' ? number(text, at, to) : 0;
            if (number >= 1 && number <= citations) {
                words(text, words, at, doubtful, parts);
                parts.add(new Part.Cite(number));
                at = text.indexOf(']', at) + 1;
                words = at;
            } else {
                at++;
            }
        }
        words(text, words, to, doubtful, parts);
        return parts;
    }

    /** The number between the bracket here and the next one; 0 for none. */
    private static int number(String text, int open, int to) {
        int number = 0;
        for (int at = open + 1; at < to && at <= open + 4; at++) {
            char c = text.charAt(at);
            if (c == ']') {
                return number;
            }
            if (c < '0' || c > '9') {
                return 0;
            }
            number = 10 * number + c - '0';
        }
        return 0;
    }

    private static void words(String text, int from, int to, BitSet doubtful, List<Part> parts) {
        int at = from;
        while (at < to) {
            boolean unsupported = doubtful.get(at);
            int change = unsupported ? doubtful.nextClearBit(at) : doubtful.nextSetBit(at);
            int end = change < 0 ? to : Math.min(to, change);
            parts.add(new Part.Words(text.substring(at, end), unsupported));
            at = end;
        }
    }
}
