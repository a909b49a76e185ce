package io.countersign.money.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a line as it looks, from left to right, into the order in which it is read and typed. */
final class VisualOrder {
    private static final String BRACKETS = "()[]{}<>";

    private VisualOrder() {}

    /** Ligatures and letter forms that only typesetting knows come out as plain letters. */
    static String logical(String line) {
        return plain(Bidi.requiresBidi(line.toCharArray(), 0, line.length()) ? reordered(line) : line);
    }

    private static String reordered(String line) {
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        var levels = new byte[count];
        var runs = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        var text = new StringBuilder(line.length());
        for (int run : runs) {
            var part = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            text.append(levelIsLeftToRight(bidi.getRunLevel(run)) ? part : reversed(part));
        }
        return text.toString();
    }

    private static boolean levelIsLeftToRight(int level) {
        return level % 2 == 0;
    }

    private static String reversed(String part) {
        var text = new StringBuilder(part).reverse();
        for (int i = 0; i < text.length(); i++) {
            int bracket = BRACKETS.indexOf(text.charAt(i));
            if (bracket >= 0) {
                text.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
            }
        }
        return text.toString();
    }

    private static String plain(String line) {
        if (line.chars().noneMatch(VisualOrder::isPresentationForm)) {
            return line;
        }
        return line.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> isPresentationForm(letter.charAt(0))
                        ? Normalizer.normalize(letter, Normalizer.Form.NFKC)
                        : letter)
                .collect(Collectors.joining());
    }

    /** Latin and Armenian ligatures, Hebrew and Arabic letter forms, and letters as wide as a Chinese one. */
    private static boolean isPresentationForm(int letter) {
        return (letter >= 0xFB00 && letter <= 0xFDFF) || (letter >= 0xFE70 && letter <= 0xFFEF);
    }
}
