package io.countersign.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field such as Content-Type: a value and its parameters, RFC 2231 pieces joined and decoded.
 *
 * @param value lower case
 */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final int MOST = 100;

    static final HeaderParameters NONE = new HeaderParameters("", Map.of());

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Reads an unfolded field body; broken quoting is repaired. */
    static HeaderParameters parse(String field, Defects defects) {
        int semicolon = field.indexOf(';');
        var value =
                (semicolon < 0 ? field : field.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        return semicolon < 0
                ? new HeaderParameters(value, Map.of())
                : new HeaderParameters(value, new Scanner(field, semicolon + 1, defects).scan());
    }

    private static final class Scanner {
        private final String in;
        private final Defects defects;
        private final Map<String, String> plain = new LinkedHashMap<>();
        private final Map<String, Map<Integer, String>> pieces = new LinkedHashMap<>();
        private int at;

        Scanner(String in, int at, Defects defects) {
            this.in = in;
            this.at = at;
            this.defects = defects;
        }

        Map<String, String> scan() {
            for (int n = 0; at < in.length() && n < MOST; n++) {
                parameter();
            }
            pieces.forEach((name, parts) -> plain.put(name, join(parts)));
            return plain;
        }

        private void parameter() {
            int start = at;
            while (at < in.length() && in.charAt(at) != '=' && in.charAt(at) != ';') {
                at++;
            }
            var name = in.substring(start, at).strip().toLowerCase(Locale.ROOT);
            if (at >= in.length() || in.charAt(at) == ';') {
                at++;
                return;
            }
            at++;
            skipBlanks();
            boolean quoted = at < in.length() && in.charAt(at) == '"';
            store(name, quoted ? quotedString() : token());
        }

        private void skipBlanks() {
            while (at < in.length() && in.charAt(at) <= ' ') {
                at++;
            }
        }

        private String token() {
            int end = in.indexOf(';', at);
            int stop = end < 0 ? in.length() : end;
            var token = in.substring(at, stop).strip();
            at = stop + 1;
            return token;
        }

        private String quotedString() {
            var text = new StringBuilder();
            int i = at + 1;
            while (i < in.length() && in.charAt(i) != '"') {
                char c = in.charAt(i);
                // A backslash before anything but a quote or itself is a path that a careless program wrote.
                if (c == '\\' && i + 1 < in.length() && (in.charAt(i + 1) == '"' || in.charAt(i + 1) == '\\')) {
                    c = in.charAt(++i);
                }
                text.append(c);
                i++;
            }
            if (i >= in.length()) {
                defects.add("A quoted header parameter has no end.");
            }
            int end = in.indexOf(';', i);
            at = end < 0 ? in.length() : end + 1;
            return text.toString();
        }

        private void store(String name, String value) {
            int star = name.indexOf('*');
            if (name.isEmpty()) {
                return;
            }
            if (star < 0) {
                plain.putIfAbsent(name, value.contains("=?") ? EncodedWords.decode(value, defects) : value);
                return;
            }
            var index = name.substring(star + 1);
            boolean extended = index.isEmpty() || index.endsWith("*");
            var number = index.isEmpty() ? "0" : extended ? index.substring(0, index.length() - 1) : index;
            if (number.length() < 4 && number.chars().allMatch(c -> c >= '0' && c <= '9') && !number.isEmpty()) {
                pieces.computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
                        .putIfAbsent(Integer.parseInt(number), (extended ? "*" : "=") + value);
            }
        }

        private String join(Map<Integer, String> parts) {
            var charset = "";
            var bytes = new ByteArrayOutputStream();
            boolean first = true;
            for (var part : parts.values()) {
                var value = part.substring(1);
                if (part.charAt(0) == '*') {
                    int quote = first ? value.indexOf('\'') : -1;
                    int second = quote < 0 ? -1 : value.indexOf('\'', quote + 1);
                    charset = second < 0 ? charset : value.substring(0, quote);
                    percentDecode(second < 0 ? value : value.substring(second + 1), bytes);
                } else {
                    bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
                }
                first = false;
            }
            var all = bytes.toByteArray();
            var text = MailCharsets.decode(all, 0, all.length, charset, defects);
            return text.contains("=?") ? EncodedWords.decode(text, defects) : text;
        }

        private static void percentDecode(String value, ByteArrayOutputStream out) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '%' && i + 2 < value.length() && isHex(value, i + 1) && isHex(value, i + 2)) {
                    out.write(
                            TransferEncoding.hex(value.charAt(i + 1)) << 4 | TransferEncoding.hex(value.charAt(i + 2)));
                    i += 2;
                } else {
                    out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        private static boolean isHex(String value, int at) {
            return value.charAt(at) < 0x80 && TransferEncoding.hex(value.charAt(at)) >= 0;
        }
    }
}
