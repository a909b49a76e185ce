package io.countersign.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/** The header of a mail or of one part: the fields that structure needs, and for the mail itself all of them. */
final class PartHead {
    private static final int MOST_FIELDS = 2000;
    private static final int LONGEST_FIELD = 65_536;

    /** A field before RFC 2047 decoding; {@code body} is unfolded. */
    record RawField(String name, String body) {}

    private final boolean keepsAll;
    private final Defects defects;
    private final List<RawField> fields = new ArrayList<>();
    private HeaderParameters type = HeaderParameters.NONE;
    private HeaderParameters disposition = HeaderParameters.NONE;
    private TransferEncoding encoding = TransferEncoding.IDENTITY;

    PartHead(boolean keepsAll, Defects defects) {
        this.keepsAll = keepsAll;
        this.defects = defects;
    }

    void add(Field field) {
        var name = field.getName().strip();
        boolean structural = isStructural(name);
        if (!keepsAll && !structural && !name.equalsIgnoreCase("Subject")) {
            return;
        }
        if (fields.size() >= MOST_FIELDS) {
            defects.add("The header has more than " + MOST_FIELDS + " fields; the rest was left out.");
            return;
        }
        var body = body(field, field.getName().length());
        fields.add(new RawField(MailCharsets.clean(name), body));
        if (structural) {
            understand(name.toLowerCase(Locale.ROOT), body);
        }
    }

    private static boolean isStructural(String name) {
        return name.regionMatches(true, 0, "Content-", 0, 8);
    }

    private void understand(String name, String body) {
        switch (name) {
            case "content-type" -> {
                if (type.value().isEmpty()) {
                    type = HeaderParameters.parse(body, defects);
                }
            }
            case "content-disposition" -> {
                if (disposition.value().isEmpty()) {
                    disposition = HeaderParameters.parse(body, defects);
                }
            }
            case "content-transfer-encoding" -> encoding = TransferEncoding.of(body, defects);
            default -> {}
        }
    }

    private String body(Field field, int nameLength) {
        var raw = field.getRaw();
        if (raw == null) {
            return unfold(MailCharsets.clean(field.getBody()));
        }
        byte[] bytes = raw instanceof ByteArrayBuffer buffer ? buffer.buffer() : raw.toByteArray();
        int from = nameLength;
        int to = raw.length();
        while (from < to && bytes[from] != ':') {
            from++;
        }
        from = Math.min(from + 1, to);
        if (to - from > LONGEST_FIELD) {
            defects.add("A header field is longer than " + LONGEST_FIELD + " bytes; the rest was left out.");
            to = from + LONGEST_FIELD;
        }
        return unfold(MailCharsets.clean(MailCharsets.header(bytes, from, to)));
    }

    /** Joins continuation lines with one space and strips the ends. */
    static String unfold(String body) {
        var stripped = body.strip();
        if (stripped.indexOf('\n') < 0 && stripped.indexOf('\r') < 0) {
            return stripped;
        }
        var out = new StringBuilder(stripped.length());
        int copied = 0;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c == '\n' || c == '\r') {
                out.append(stripped, copied, i).append(' ');
                while (i + 1 < stripped.length() && stripped.charAt(i + 1) <= ' ') {
                    i++;
                }
                copied = i + 1;
            }
        }
        out.append(stripped, copied, stripped.length());
        return out.toString();
    }

    List<RawField> fields() {
        return fields;
    }

    /** The body of the first field of that name, empty when there is none. */
    String first(String name) {
        for (var field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return field.body();
            }
        }
        return "";
    }

    /** The media type in lower case, empty when the header names none that makes sense. */
    String mediaType() {
        var value = type.value();
        int blank = value.indexOf(' ');
        var token = blank < 0 ? value : value.substring(0, blank);
        if (token.equals("text") || token.equals("text/")) {
            return "text/plain";
        }
        int slash = token.indexOf('/');
        return slash > 0 && slash < token.length() - 1 ? token : "";
    }

    String charset() {
        return type.get("charset");
    }

    boolean isAttachment() {
        return disposition.value().startsWith("attachment");
    }

    TransferEncoding encoding() {
        return encoding;
    }

    /** The file name that the header gives, without folders and control characters; empty when it gives none. */
    String fileName() {
        var given = disposition.get("filename");
        var name = given.isEmpty() ? type.get("name") : given;
        return FileNames.safe(name);
    }
}
