package io.countersign.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a PDF of one page with lines of text: small, but one that a viewer opens. */
final class TinyPdf {
    private TinyPdf() {}

    /** {@code lines} are Latin-1; other characters come out as question marks. */
    static byte[] of(List<String> lines) {
        var page = lines.stream()
                .map(line ->
                        "(" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ") Tj T*")
                .collect(Collectors.joining("\n", "BT /F1 12 Tf 16 TL 64 760 Td\n", "\nET"));
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var out = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.length()));
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = out.length();
        int count = objects.size() + 1;
        out.append("xref\n0 ").append(count).append('\n').append(table);
        out.append("trailer\n<< /Size ").append(count).append(" /Root 1 0 R >>\n");
        out.append("startxref\n").append(start).append("\n%%EOF\n");
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
