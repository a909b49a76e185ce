package io.countersign.mail;

import java.util.Arrays;
import java.util.Locale;

/** How the bytes of a part are wrapped for transport; decodes whatever can be decoded and never fails. */
enum TransferEncoding {
    IDENTITY,
    QUOTED_PRINTABLE,
    BASE64,
    UUENCODE;

    private static final byte[] SEXTETS = sextets();

    /** The encoding that a Content-Transfer-Encoding field names; unknown names count as none. */
    static TransferEncoding of(String field, Defects defects) {
        int end = field.indexOf(';');
        var name = (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "7bit", "8bit", "binary" -> IDENTITY;
            case "base64" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            case "x-uuencode", "uuencode", "x-uue", "uue" -> UUENCODE;
            default -> repaired(name, defects);
        };
    }

    private static TransferEncoding repaired(String name, Defects defects) {
        defects.add("Transfer encoding " + Defects.quote(name) + " is unknown.");
        if (name.contains("base64")) {
            return BASE64;
        }
        return name.startsWith("quoted") || name.equals("qp") ? QUOTED_PRINTABLE : IDENTITY;
    }

    /** Decodes {@code in[from, to)}. */
    byte[] decode(byte[] in, int from, int to, Defects defects) {
        return switch (this) {
            case IDENTITY -> Arrays.copyOfRange(in, from, to);
            case QUOTED_PRINTABLE -> quotedPrintable(in, from, to, defects);
            case BASE64 -> base64(in, from, to, defects);
            case UUENCODE -> uuencode(in, from, to, defects);
        };
    }

    private static byte[] quotedPrintable(byte[] in, int from, int to, Defects defects) {
        var out = new byte[to - from];
        int n = 0;
        int blanks = 0;
        boolean damaged = false;
        for (int i = from; i < to; i++) {
            byte b = in[i];
            if (b > '=') { // most of any text
                out[n++] = b;
                blanks = 0;
            } else if (b == '=') {
                int eol = softBreak(in, i + 1, to);
                if (eol > 0) {
                    i = eol - 1;
                } else if (i + 2 < to && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
                    out[n++] = (byte) ((hex(in[i + 1]) << 4) | hex(in[i + 2]));
                    i += 2;
                } else {
                    damaged = true;
                    out[n++] = b;
                }
                blanks = 0;
            } else if (b == '\n' || b == '\r') {
                n -= blanks;
                blanks = 0;
                out[n++] = b;
            } else {
                blanks = b == ' ' || b == '\t' ? blanks + 1 : 0;
                out[n++] = b;
            }
        }
        if (damaged) {
            defects.add("Quoted-printable text is damaged.");
        }
        return Arrays.copyOf(out, n);
    }

    /** Behind the line break that follows {@code at}, white space in between allowed; 0 when there is none. */
    private static int softBreak(byte[] in, int at, int to) {
        int i = at;
        while (i < to && (in[i] == ' ' || in[i] == '\t')) {
            i++;
        }
        if (i >= to) {
            return i;
        }
        if (in[i] == '\r') {
            return i + 1 < to && in[i + 1] == '\n' ? i + 2 : i + 1;
        }
        return in[i] == '\n' ? i + 1 : 0;
    }

    private static byte[] base64(byte[] in, int from, int to, Defects defects) {
        var out = new byte[(int) ((to - from) * 3L / 4 + 3)];
        int n = 0;
        int bits = 0;
        int count = 0;
        int odd = 0;
        for (int i = from; i < to; i++) {
            int sextet = SEXTETS[in[i] & 0xFF];
            if (sextet >= 0) {
                bits = (bits << 6) | sextet;
                if (++count == 4) {
                    out[n++] = (byte) (bits >> 16);
                    out[n++] = (byte) (bits >> 8);
                    out[n++] = (byte) bits;
                    count = 0;
                }
            } else if (sextet == -2) {
                n = flush(out, n, bits, count);
                count = 0;
                i = beforeLineEnd(in, i, to);
            } else if (sextet == -1) {
                odd++;
            }
        }
        if (odd > 0 || count == 1) {
            defects.add("Base64 text is damaged.");
        }
        return Arrays.copyOf(out, flush(out, n, bits, count));
    }

    /** What follows padding on its line is no base64; another block may follow on the next. */
    private static int beforeLineEnd(byte[] in, int at, int to) {
        int i = at;
        while (i + 1 < to && in[i + 1] != '\n' && in[i + 1] != '\r') {
            i++;
        }
        return i;
    }

    /** Writes the whole bytes of an unfinished group of {@code count} sextets. */
    private static int flush(byte[] out, int at, int bits, int count) {
        int n = at;
        if (count == 2) {
            out[n++] = (byte) (bits >> 4);
        } else if (count == 3) {
            out[n++] = (byte) (bits >> 10);
            out[n++] = (byte) (bits >> 2);
        }
        return n;
    }

    private static byte[] uuencode(byte[] in, int from, int to, Defects defects) {
        var out = new byte[to - from];
        int n = 0;
        boolean inside = false;
        int line = from;
        while (line < to) {
            int end = line;
            while (end < to && in[end] != '\n' && in[end] != '\r') {
                end++;
            }
            if (!inside) {
                inside = startsWith(in, line, end, "begin ");
            } else if (startsWith(in, line, end, "end")) {
                return Arrays.copyOf(out, n);
            } else if (end > line) {
                n = uuLine(in, line, end, out, n);
            }
            line = end + 1;
        }
        defects.add("Uuencoded text is damaged.");
        return inside ? Arrays.copyOf(out, n) : Arrays.copyOfRange(in, from, to);
    }

    private static int uuLine(byte[] in, int line, int end, byte[] out, int at) {
        int length = (in[line] - ' ') & 63;
        int n = at;
        for (int i = line + 1; i < end && n - at < length; i += 4) {
            int bits = 0;
            for (int k = 0; k < 4; k++) {
                bits = (bits << 6) | (i + k < end ? (in[i + k] - ' ') & 63 : 0);
            }
            for (int shift = 16; shift >= 0 && n - at < length; shift -= 8) {
                out[n++] = (byte) (bits >> shift);
            }
        }
        return n;
    }

    private static boolean startsWith(byte[] in, int from, int to, String prefix) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (in[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int hex(int b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** The value of a base64 character, or -1 for what does not belong there, -2 for padding, -3 for white space. */
    static int sextet(int b) {
        return SEXTETS[b & 0xFF];
    }

    private static byte[] sextets() {
        var table = new byte[256];
        Arrays.fill(table, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            table[alphabet.charAt(i)] = (byte) i;
        }
        table['='] = -2;
        for (char blank : " \t\r\n".toCharArray()) {
            table[blank] = -3;
        }
        return table;
    }
}
