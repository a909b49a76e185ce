package io.countersign.money.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Writes a PDF as an invoice program does: by a library, with the font inside. */
final class WrittenPdf implements AutoCloseable {
    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPage page = new PDPage();

    WrittenPdf() {
        try (var stream =
                FontMapper.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.addPage(page);
    }

    WrittenPdf nextPage() {
        page = new PDPage();
        document.addPage(page);
        return this;
    }

    WrittenPdf turnPage(int degrees) {
        page.setRotation(degrees);
        return this;
    }

    WrittenPdf text(float x, float y, float size, String text) {
        return text(Matrix.getTranslateInstance(x, y), size, text);
    }

    WrittenPdf text(Matrix where, float size, String text) {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(font, size);
            content.setTextMatrix(where);
            content.showText(text);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Right-aligned at {@code end}, as amounts are. */
    WrittenPdf amount(float end, float y, float size, String text) {
        try {
            return text(end - font.getStringWidth(text) * size / 1000, y, size, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WrittenPdf protect(String userPassword, int bits) {
        try {
            var readOnly = new AccessPermission();
            readOnly.setCanExtractContent(false);
            var policy = new StandardProtectionPolicy("owner", userPassword, readOnly);
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    byte[] bytes() {
        try {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
