package io.countersign.money.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the letters of a page back into lines. Letters whose baselines nearly agree share a line, however far apart they
 * were drawn: a label and its amount stay together.
 */
final class PageLayout {
    /** Baselines of one line may differ by this part of the smaller letter: an amount in bigger type sits a little lower. */
    private static final float SAME_LINE = 0.3f;

    /** A gap wider than this part of the smaller letter separates columns; words of justified text stay closer. */
    private static final float COLUMN_GAP = 1f;

    /** The same in spaces, between texts drawn apart without a space: cells of a narrow table. */
    private static final float CELL_GAP = 2f;

    /** A gap wider than this part of a space separates words. */
    private static final float WORD_GAP = 0.5f;

    /** A space as part of the letter's size. Fonts that tell more are typewriters, or know no space and guess. */
    private static final float WIDEST_SPACE = 0.25f;

    private static final String COLUMNS = "   ";

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
        var spaced = false;
        @Nullable Glyph previous = null;
        for (var glyph :
                glyphs.stream().sorted(Comparator.comparingDouble(Glyph::x)).toList()) {
            if (glyph.text().isBlank()) {
                spaced = true;
                continue;
            }
            if (previous != null) {
                line.append(gap(previous, glyph, spaced));
            }
            line.append(glyph.text());
            previous = glyph;
            spaced = false;
        }
        return VisualOrder.logical(line.toString());
    }

    private static String gap(Glyph previous, Glyph next, boolean spaced) {
        float width = next.x() - previous.end();
        float space = Math.min(space(previous), space(next));
        if (width > COLUMN_GAP * Math.min(previous.size(), next.size())) {
            return COLUMNS;
        }
        boolean drawnApart = !spaced && previous.run() != next.run();
        if (drawnApart && width > (areDigits(previous, next) ? WORD_GAP : CELL_GAP) * space) {
            return COLUMNS;
        }
        return spaced || width > WORD_GAP * space ? " " : "";
    }

    /** Two numbers drawn apart are two cells however close they are: joined by one space they would read as one number. */
    private static boolean areDigits(Glyph previous, Glyph next) {
        return Character.isDigit(previous.text().charAt(previous.text().length() - 1))
                && Character.isDigit(next.text().charAt(0));
    }

    private static float space(Glyph glyph) {
        float widest = WIDEST_SPACE * glyph.size();
        return glyph.spaceWidth() > widest / 2 ? Math.min(glyph.spaceWidth(), widest) : widest;
    }
}
