package io.countersign.mail;

/** Decodes UTF-7 (RFC 2152) and its variant for IMAP folder names (RFC 3501 section 5.1.3). */
public final class Utf7 {
    private Utf7() {}

    /**
     * Decodes {@code text}; what is not valid stays as far as it can be read.
     *
     * @param shift {@code +} in mail, {@code &} in folder names
     */
    public static String decode(String text, char shift) {
        if (text.indexOf(shift) < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != shift) {
                out.append(c);
            } else if (i < text.length() && text.charAt(i) == '-') {
                out.append(shift);
                i++;
            } else {
                i = shifted(text, i, out);
            }
        }
        return out.toString();
    }

    private static int shifted(String text, int from, StringBuilder out) {
        int bits = 0;
        int count = 0;
        int i = from;
        for (; i < text.length(); i++) {
            int sextet = sextet(text.charAt(i));
            if (sextet < 0) {
                break;
            }
            bits = (bits << 6) | sextet;
            count += 6;
            if (count >= 16) {
                count -= 16;
                out.append((char) (bits >>> count));
                bits &= (1 << count) - 1;
            }
        }
        return i < text.length() && text.charAt(i) == '-' ? i + 1 : i;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+' -> 62;
            case '/', ',' -> 63;
            default -> -1;
        };
    }
}
