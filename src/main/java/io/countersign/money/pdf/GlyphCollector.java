package io.countersign.money.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes the letters of a page from PDFBox, which has dropped the doubles of imitated bold face and put accents on their
 * letters. Letters set aslant are left out: watermarks, which would run through the lines.
 */
final class GlyphCollector extends PDFTextStripper {
    private static final double UPRIGHT_DEGREES = 5;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final IdentityHashMap<TextPosition, Integer> runs = new IdentityHashMap<>();
    private int run;
    private int seen;

    GlyphCollector() {
        setShouldSeparateByBeads(false);
        // Pages are handed over one by one, so its count of pages stays at zero.
        setStartPage(0);
    }

    /** The letters of the page in the order in which they are drawn. */
    List<Glyph> collect(PDPage page) throws IOException {
        glyphs.clear();
        runs.clear();
        if (page.hasContents()) {
            processPage(page);
        }
        return List.copyOf(glyphs);
    }

    @Override
    public void showTextString(byte[] string) throws IOException {
        run++;
        super.showTextString(string);
    }

    @Override
    public void showTextStrings(COSArray strings) throws IOException {
        run++;
        super.showTextStrings(strings);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (seen++ < Limits.TEXT_CHARACTERS) {
            runs.put(position, run);
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writePage() {
        getCharactersByArticle().stream()
                .flatMap(List::stream)
                .filter(GlyphCollector::isUpright)
                .map(this::glyph)
                .forEach(glyphs::add);
    }

    private static boolean isUpright(TextPosition position) {
        var matrix = position.getTextMatrix();
        double degrees = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        return Math.abs(Math.IEEEremainder(degrees, 90)) <= UPRIGHT_DEGREES;
    }

    private Glyph glyph(TextPosition position) {
        return new Glyph(
                printable(position.getVisuallyOrderedUnicode()),
                runs.getOrDefault(position, 0),
                (int) position.getDir(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                Math.abs(position.getYScale()),
                position.getWidthOfSpace());
    }

    /** A font may call a letter anything, a line break or NUL included. */
    private static String printable(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                ? text
                : text.codePoints()
                        .filter(letter -> !Character.isISOControl(letter))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
