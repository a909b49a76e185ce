package io.countersign.money.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts the letters of a page back into lines. Letters whose baselines nearly agree share a line, however far apart they
 * were drawn: a label and its amount stay together.
 */
final class PageLayout {
    /** Baselines of one line may differ by this part of the smaller letter: an amount in bigger type sits a little lower. */
    private static final float SAME_LINE = 0.3f;

    /** A gap wider than this part of the letter's size separates columns; words of justified text stay closer. */
    private static final float COLUMN_GAP = 1f;

    /** A gap wider than this part of a space separates words. */
    private static final float WORD_GAP = 0.5f;

    /** The width of a space where the font does not tell a plausible one, as part of the letter's size. */
    private static final float USUAL_SPACE = 0.25f;

    private PageLayout() {}

    static String text(List<Glyph> glyphs) {
        return glyphs.stream()
                .map(Glyph::direction)
                .distinct()
                .sorted()
                .flatMap(direction ->
                        lines(glyphs.stream()
                                        .filter(glyph -> glyph.direction() == direction)
                                        .toList())
                                .stream())
                .map(PageLayout::line)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        var lines = new ArrayList<List<Glyph>>();
        var current = new ArrayList<Glyph>();
        for (var glyph : glyphs.stream()
                .sorted(Comparator.comparingDouble(Glyph::baseline))
                .toList()) {
            if (!current.isEmpty() && !sharesLine(current.getFirst(), glyph)) {
                lines.add(current);
                current = new ArrayList<>();
            }
            current.add(glyph);
        }
        lines.add(current);
        return lines;
    }

    private static boolean sharesLine(Glyph first, Glyph glyph) {
        return glyph.baseline() - first.baseline() <= SAME_LINE * Math.min(first.size(), glyph.size());
    }

    private static String line(List<Glyph> glyphs) {
        var line = new StringBuilder();
        float end = Float.NaN;
        boolean spaced = false;
        for (var glyph :
                glyphs.stream().sorted(Comparator.comparingDouble(Glyph::x)).toList()) {
            if (glyph.text().isBlank()) {
                spaced = true;
                continue;
            }
            if (!line.isEmpty()) {
                line.append(gap(glyph, glyph.x() - end, spaced));
            }
            line.append(glyph.text());
            end = Float.isNaN(end) ? glyph.end() : Math.max(end, glyph.end());
            spaced = false;
        }
        return VisualOrder.logical(line.toString());
    }

    private static String gap(Glyph next, float width, boolean spaced) {
        if (width > COLUMN_GAP * next.size()) {
            return "   ";
        }
        return spaced || width > WORD_GAP * spaceWidth(next) ? " " : "";
    }

    private static float spaceWidth(Glyph glyph) {
        float usual = USUAL_SPACE * glyph.size();
        float told = glyph.spaceWidth();
        return told > usual / 2 && told < usual * 3 ? told : usual;
    }
}
