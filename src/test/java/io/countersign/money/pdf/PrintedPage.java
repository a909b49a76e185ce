package io.countersign.money.pdf;

import com.google.re2j.Pattern;
import io.countersign.money.PdfText;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PDF drawn from lines of text: what two or more spaces part is set on its own, amounts to the right. */
public final class PrintedPage {
    private static final Pattern RUN = Pattern.compile("\\S+(?: \\S+)*");
    private static final Pattern AMOUNT = Pattern.compile(".{0,8}\\d[\\d., ']*.{0,4}");
    private static final int TOP = 760;
    private static final float LINE = 11.5f;
    private static final float COLUMN = 4.6f;
    private static final float LEFT = 20;
    private static final float SIZE = 8;

    private PrintedPage() {}

    public static byte[] of(String lines) {
        try (var pdf = new WrittenPdf()) {
            float y = TOP;
            for (var line : lines.split("\n", -1)) {
                draw(pdf, line, y);
                y -= LINE;
            }
            return pdf.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(WrittenPdf pdf, String line, float y) {
        var runs = RUN.matcher(line);
        while (runs.find()) {
            if (runs.start() > 0 && AMOUNT.matches(runs.group())) {
                pdf.amount(LEFT + runs.end() * COLUMN, y, SIZE, runs.group());
            } else {
                pdf.text(LEFT + runs.start() * COLUMN, y, SIZE, runs.group());
            }
        }
    }

    /** Reads as the product does, in this process. */
    public static PdfText reader() {
        return PdfExtraction::read;
    }
}
