package io.countersign.money.pdf;

import io.countersign.money.PdfReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * From the bytes of a PDF to its text, inside the reading process, which bounds its time and memory. Reads pages only: no
 * action, script or external file that the document names is looked at, and nothing is written.
 */
final class PdfExtraction {
    private final List<String> pages = new ArrayList<>();
    private final GlyphCollector collector = new GlyphCollector();
    private int room = Limits.TEXT_CHARACTERS;
    private boolean anyPageRead;

    private PdfExtraction() {}

    static PdfReading read(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return new PdfExtraction().read(document);
        } catch (InvalidPasswordException e) {
            return new PdfReading.Unreadable("encrypted");
        } catch (NoClassDefFoundError e) {
            // Certificates need Bouncy Castle, which is left out; the person's key would be missing anyway.
            return new PdfReading.Unreadable("encrypted for a certificate");
        } catch (StackOverflowError e) {
            return new PdfReading.Unreadable("broken: nested too deeply");
        } catch (IOException | RuntimeException e) {
            return new PdfReading.Unreadable("broken: damaged beyond repair");
        }
    }

    private PdfReading read(PDDocument document) {
        pageNumbers(document.getNumberOfPages()).forEach(number -> readPage(document, number));
        if (!anyPageRead) {
            return new PdfReading.Unreadable("broken: no page can be read");
        }
        return pages.stream().allMatch(String::isEmpty)
                ? new PdfReading.Unreadable("no text, only pictures")
                : new PdfReading.Text(pages);
    }

    private static IntStream pageNumbers(int declared) {
        return declared <= Limits.PAGES
                ? IntStream.range(0, declared)
                : IntStream.concat(
                        IntStream.range(0, Limits.FIRST_PAGES),
                        IntStream.range(declared - Limits.LAST_PAGES, declared));
    }

    private void readPage(PDDocument document, int number) {
        PDPage page;
        try {
            page = document.getPage(number);
        } catch (RuntimeException e) {
            // Declared but missing, or a loop in the tree of pages.
            return;
        }
        anyPageRead |= add(page);
    }

    /** One damaged page does not take the others with it. */
    private boolean add(PDPage page) {
        try {
            var text = PageLayout.text(collector.collect(page));
            var kept = text.substring(0, Math.min(room, text.length()));
            room -= kept.length();
            pages.add(kept);
            return true;
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            pages.add("");
            return false;
        }
    }
}
