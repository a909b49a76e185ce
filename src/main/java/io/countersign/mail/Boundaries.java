package io.countersign.mail;

import java.nio.charset.StandardCharsets;

/** Guesses the boundary of a multipart whose header lost it. */
final class Boundaries {
    private static final int LONGEST = 200;

    private Boundaries() {}

    /** The first line that begins with two hyphens and has a header field behind it, without the hyphens; else empty. */
    static String guess(byte[] body) {
        int line = 0;
        while (line < body.length) {
            int next = MailStart.nextLine(body, line);
            if (next - line > 4 && body[line] == '-' && body[line + 1] == '-' && isField(body, next)) {
                var text = new String(body, line + 2, next - line - 2, StandardCharsets.ISO_8859_1).stripTrailing();
                if (!text.isEmpty() && text.length() <= LONGEST && text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
                    return text;
                }
            }
            line = next;
        }
        return "";
    }

    private static boolean isField(byte[] body, int line) {
        var prefix = "content-";
        if (body.length - line < prefix.length()) {
            return false;
        }
        return new String(body, line, prefix.length(), StandardCharsets.ISO_8859_1).equalsIgnoreCase(prefix);
    }
}
