package io.countersign.money.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a PDF object by object, so that it may say what no library would let it say. Object 1 is the catalogue. */
final class RawPdf {
    private final List<byte[]> objects = new ArrayList<>();
    private String trailer = "";

    static RawPdf of(String... objects) {
        var pdf = new RawPdf();
        for (var object : objects) {
            pdf.add(object);
        }
        return pdf;
    }

    /** One page with this content, Helvetica as /F1, and what else its dictionary should say. */
    static RawPdf page(String content, String more) {
        return of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> " + more
                                + " >>")
                .stream("", content.getBytes(ISO_8859_1))
                .add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    }

    static RawPdf page(String content) {
        return page(content, "/MediaBox [0 0 595 842]");
    }

    RawPdf add(String object) {
        objects.add(object.getBytes(ISO_8859_1));
        return this;
    }

    RawPdf replace(int number, String object) {
        objects.set(number - 1, object.getBytes(ISO_8859_1));
        return this;
    }

    RawPdf stream(String dictionary, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("<< /Length " + content.length + " " + dictionary + " >>\nstream\n").getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream".getBytes(ISO_8859_1));
        objects.add(out.toByteArray());
        return this;
    }

    RawPdf trailer(String more) {
        trailer = more;
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(((i + 1) + " 0 obj\n").getBytes(ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = out.size();
        int size = objects.size() + 1;
        out.writeBytes(("xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer
                        + " >>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(ISO_8859_1));
        return out.toByteArray();
    }
}
