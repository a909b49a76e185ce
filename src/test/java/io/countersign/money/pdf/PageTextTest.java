package io.countersign.money.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.money.PdfReading;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the text of a page is laid out, read by the real process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PageTextTest {
    private final GuardedPdfText pdfs = new GuardedPdfText(Duration.ofSeconds(60));

    @AfterAll
    void close() {
        pdfs.close();
    }

    private String text(byte[] pdf) {
        return pdfs.read(pdf) instanceof PdfReading.Text(List<String> pages) ? String.join("\f", pages) : "unreadable";
    }

    @Test
    void aLabelAndItsAmountStayOnOneLineWhateverTheOrderOfDrawing() throws IOException {
        try (var pdf = new WrittenPdf()) {
            pdf.amount(540, 700, 10, "1,199.00").amount(540, 686, 10, "9.90").amount(540, 660, 14, "$1,208.90");
            pdf.text(60, 700, 10, "Laptop 14\"").text(60, 686, 10, "Shipping and handling");
            pdf.text(60, 661.5f, 10, "Total due").text(300, 700, 10, "1").text(300, 686, 10, "1");
            assertThat(text(pdf.bytes()))
                    .isEqualTo("Laptop 14\"   1   1,199.00\nShipping and handling   1   9.90\nTotal due   $1,208.90");
        }
    }

    @Test
    void cellsOfANarrowTableStayApart() {
        var pdf = RawPdf.page("BT /F1 10 Tf 60 700 Td (Menge) Tj 40 0 Td (Betrag) Tj ET"
                + " BT /F1 10 Tf 60 686 Td (12) Tj 14 0 Td (345,60) Tj ET"
                + " BT /F1 10 Tf 60 672 Td [(Zwei) -300 (Worte)] TJ ET");
        assertThat(text(pdf.bytes())).isEqualTo("Menge   Betrag\n12   345,60\nZwei Worte");
    }

    @Test
    void wordsInDifferentFontsStayApart() {
        var pdf = RawPdf.page("BT /F1 10 Tf 60 700 Td (file) Tj /F2 10 Tf 17.5 0 Td (name) Tj ET")
                .replace(
                        3,
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>")
                .add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        assertThat(text(pdf.bytes())).isEqualTo("file name");
    }

    @Test
    void textOfATurnedPageComesOutUpright() throws IOException {
        for (int degrees : new int[] {90, 180, 270}) {
            try (var pdf = new WrittenPdf().turnPage(degrees)) {
                pdf.text(turned(degrees, 40), 10, "21.00").text(turned(degrees, 0), 10, "Total");
                assertThat(text(pdf.bytes())).isEqualTo("Total   21.00");
            }
        }
    }

    private static Matrix turned(int degrees, float along) {
        double angle = Math.toRadians(degrees);
        return Matrix.getRotateInstance(
                angle, 300 + along * (float) Math.cos(angle), 400 + along * (float) Math.sin(angle));
    }

    @Test
    void aWatermarkDoesNotRunThroughTheLines() throws IOException {
        try (var pdf = new WrittenPdf()) {
            for (int i = 0; i < 20; i++) {
                pdf.text(60, 700 - 14 * i, 10, "Item " + i).amount(540, 700 - 14 * i, 10, i + ".00");
            }
            pdf.text(Matrix.getRotateInstance(Math.PI / 4, 100, 450), 60, "COPY");
            assertThat(text(pdf.bytes()).lines()).allMatch(line -> line.matches("Item \\d+   \\d+\\.00"));
        }
    }

    @Test
    void rightToLeftComesOutInReadingOrder() throws IOException {
        try (var pdf = new WrittenPdf()) {
            var visual = new StringBuilder("סך הכל (כולל מע\"מ)")
                    .reverse()
                    .toString()
                    .replace(')', '<');
            pdf.text(60, 700, 10, "42.00")
                    .text(200, 700, 10, visual.replace('(', ')').replace('<', '('));
            assertThat(text(pdf.bytes())).isEqualTo("סך הכל (כולל מע\"מ)   42.00");
        }
    }
}
