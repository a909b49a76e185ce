package io.countersign.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/** A MIME entity as text in which every character stands for one byte; {@code head} ends without a line break. */
public record MimePart(String head, String body) {
    public static final String CRLF = "\r\n";
    private static final int LONGEST_PLAIN_LINE = 78;

    /** A text part; {@code encoding} may be empty: then the shortest that any server passes on unharmed. */
    public static MimePart text(String subtype, String content, Charset charset, String encoding) {
        var lines = content.lines().toList();
        var bytes = (String.join(CRLF, lines) + CRLF).getBytes(charset);
        var chosen = encoding;
        if (chosen.isEmpty()) {
            boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(content)
                    && lines.stream().allMatch(line -> line.length() <= LONGEST_PLAIN_LINE);
            chosen = plain ? "7bit" : "quoted-printable";
        }
        var head = "Content-Type: text/" + subtype + "; charset=" + charset.name() + CRLF
                + "Content-Transfer-Encoding: " + chosen;
        return new MimePart(
                head,
                switch (chosen) {
                    case "quoted-printable" -> quotedPrintable(bytes);
                    case "base64" -> base64(bytes);
                    default -> new String(bytes, StandardCharsets.ISO_8859_1);
                });
    }

    public static MimePart attachment(String type, String name, byte[] content) {
        return new MimePart(
                "Content-Type: " + type + "; name=\"" + name + "\"" + CRLF
                        + "Content-Disposition: attachment; filename=\"" + name + "\"" + CRLF
                        + "Content-Transfer-Encoding: base64",
                base64(content));
    }

    public static MimePart multipart(String kind, String boundary, List<MimePart> parts) {
        var body = new StringBuilder();
        for (var part : parts) {
            body.append("--").append(boundary).append(CRLF).append(part.whole());
        }
        body.append("--").append(boundary).append("--").append(CRLF);
        return new MimePart("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"", body.toString());
    }

    public String whole() {
        return head + CRLF + CRLF + body + (body.endsWith(CRLF) ? "" : CRLF);
    }

    private static String base64(byte[] content) {
        return Base64.getMimeEncoder().encodeToString(content) + CRLF;
    }

    private static String quotedPrintable(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new QuotedPrintableOutputStream(bytes, false)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
