package io.countersign.demo;

import io.countersign.mail.RawMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** A mail as mime4j reads it when it accepts no defect. */
record ReadMail(RawMail raw, List<Field> fields, List<Part> parts) {
    record Part(String type, String head, String text) {}

    static ReadMail of(RawMail raw) {
        try {
            return parse(raw);
        } catch (MimeException e) {
            throw new AssertionError(raw.source() + " is malformed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadMail parse(RawMail raw) throws MimeException, IOException {
        var fields = new ArrayList<Field>();
        var parts = new ArrayList<Part>();
        var stream = new MimeTokenStream(MimeConfig.STRICT);
        stream.parse(new ByteArrayInputStream(raw.content()));
        int depth = 0;
        var head = new StringBuilder();
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_BODYPART -> depth++;
                case T_END_BODYPART -> depth--;
                case T_START_HEADER -> head.setLength(0);
                case T_FIELD -> {
                    head.append(stream.getField()).append('\n');
                    if (depth == 0) {
                        fields.add(stream.getField());
                    }
                }
                case T_BODY -> {
                    var body = stream.getBodyDescriptor();
                    var bytes = stream.getDecodedInputStream().readAllBytes();
                    var charset = body.getMimeType().startsWith("text/") ? body.getCharset() : "ISO-8859-1";
                    parts.add(
                            new Part(body.getMimeType(), head.toString(), new String(bytes, Charset.forName(charset))));
                }
                default -> {}
            }
        }
        return new ReadMail(raw, fields, parts);
    }

    Optional<String> header(String name) {
        return fields.stream()
                .filter(field -> field.getName().equalsIgnoreCase(name))
                .map(field -> field.getBody().replaceAll("\\r\\n\\s", " ").strip())
                .findFirst();
    }

    String decodedHeader(String name) {
        return DecoderUtil.decodeEncodedWords(header(name).orElse(""), DecodeMonitor.STRICT);
    }

    String headerText() {
        return fields.stream()
                .map(field -> field.getName() + ": " + field.getBody())
                .toList()
                .toString();
    }

    /** The plain text part. */
    String text() {
        return parts.stream()
                .filter(part -> part.type().equals("text/plain"))
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    /** All text and calendar parts, one after the other. */
    String whole() {
        return parts.stream()
                .filter(part -> part.type().startsWith("text/") || part.type().equals("application/ics"))
                .map(Part::text)
                .reduce("", (all, text) -> all + "\n" + text);
    }

    List<String> fileNames() {
        return parts.stream()
                .filter(part -> part.head().contains("attachment"))
                .map(part -> part.head().replaceAll("(?s).*filename=\"([^\"]+)\".*", "$1"))
                .toList();
    }
}
