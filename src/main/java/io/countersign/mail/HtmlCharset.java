package io.countersign.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The charset that an HTML document declares for itself. */
final class HtmlCharset {
    private static final int LOOK_AT = 2048;
    private static final int LONGEST = 40;

    private HtmlCharset() {}

    /** The label in the first {@code charset=}, empty when there is none near the start. */
    static String of(byte[] html) {
        if (MailCharsets.isAscii(html, 0, html.length)) {
            return "";
        }
        var head = new String(html, 0, Math.min(html.length, LOOK_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int at = head.indexOf("charset=");
        if (at < 0) {
            return "";
        }
        int from = at + 8;
        while (from < head.length() && (head.charAt(from) == '"' || head.charAt(from) == '\'')) {
            from++;
        }
        int to = from;
        while (to < head.length() && to - from < LONGEST && isLabel(head.charAt(to))) {
            to++;
        }
        return head.substring(from, to);
    }

    private static boolean isLabel(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
    }
}
