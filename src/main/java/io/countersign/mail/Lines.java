package io.countersign.mail;

import java.util.Arrays;

/** Line ends. */
final class Lines {
    private static final int LOOK_AT = 65_536;

    private Lines() {}

    /** CR LF and bare CR become LF. */
    static String unix(String text) {
        int cr = text.indexOf('\r');
        if (cr < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int copied = 0;
        while (cr >= 0) {
            out.append(text, copied, cr).append('\n');
            copied = cr + 1 < text.length() && text.charAt(cr + 1) == '\n' ? cr + 2 : cr + 1;
            cr = text.indexOf('\r', copied);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** True when the lines of this mail end in a bare CR, as on a classic Macintosh. */
    static boolean areBareCr(byte[] content) {
        boolean cr = false;
        for (int i = 0; i < Math.min(content.length, LOOK_AT); i++) {
            if (content[i] == '\n') {
                return false;
            }
            cr |= content[i] == '\r';
        }
        return cr;
    }

    /** A copy in which LF stands for CR. */
    static byte[] bareCrToLf(byte[] content) {
        var copy = Arrays.copyOf(content, content.length);
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == '\r') {
                copy[i] = '\n';
            }
        }
        return copy;
    }
}
