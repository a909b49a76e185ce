package io.countersign.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes RFC 2047 encoded words, also where they are broken, and joins characters that were split over two words. */
final class EncodedWords {
    private final String in;
    private final Defects defects;
    private final StringBuilder out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords(String in, Defects defects) {
        this.in = in;
        this.defects = defects;
        this.out = new StringBuilder(in.length());
    }

    /** Decodes {@code text}, which is unfolded already. */
    static String decode(String text, Defects defects) {
        return text.contains("=?") ? MailCharsets.clean(new EncodedWords(text, defects).decode()) : text;
    }

    private String decode() {
        int copied = 0;
        int start = in.indexOf("=?");
        while (start >= 0) {
            int end = word(start, copied);
            if (end < 0) {
                start = in.indexOf("=?", start + 2);
            } else {
                copied = end;
                start = in.indexOf("=?", end);
            }
        }
        flush();
        return out.append(in, copied, in.length()).toString();
    }

    /** Decodes the word at {@code start}; the text since {@code copied} goes before it. Returns its end, or -1 for no word. */
    private int word(int start, int copied) {
        int charsetEnd = in.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= in.length() || in.charAt(charsetEnd + 2) != '?') {
            return -1;
        }
        char kind = Character.toUpperCase(in.charAt(charsetEnd + 1));
        var charset = charset(start + 2, charsetEnd);
        if ((kind != 'Q' && kind != 'B') || charset.isEmpty() || charset.indexOf(' ') >= 0) {
            return -1;
        }
        int from = charsetEnd + 3;
        int to = in.indexOf("?=", from);
        // "=?utf-8?Q?=41?=" : an escape right behind the question mark is not the end.
        if (to == from - 1) {
            to = in.indexOf("?=", from + 1);
        }
        if (to < 0) {
            defects.add("An encoded word in a header has no end.");
            to = in.length();
        }
        before(copied, start, charset);
        pending.writeBytes(kind == 'Q' ? quoted(from, to, charset) : base64(from, to));
        pendingCharset = charset;
        return Math.min(in.length(), to + 2);
    }

    private String charset(int from, int to) {
        int language = in.indexOf('*', from);
        return in.substring(from, language > 0 && language < to ? language : to);
    }

    private void before(int copied, int start, String charset) {
        boolean adjacent = pending.size() > 0 && in.substring(copied, start).isBlank();
        if (!adjacent || !charset.equalsIgnoreCase(pendingCharset)) {
            flush();
        }
        if (!adjacent) {
            out.append(in, copied, start);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            var bytes = pending.toByteArray();
            out.append(MailCharsets.decode(bytes, 0, bytes.length, pendingCharset, defects));
            pending.reset();
        }
    }

    private byte[] quoted(int from, int to, String charset) {
        var bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            if (c == '=' && i + 2 < to && isHex(i + 1) && isHex(i + 2)) {
                bytes.write((TransferEncoding.hex(in.charAt(i + 1)) << 4) | TransferEncoding.hex(in.charAt(i + 2)));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                // A raw 8-bit character does not belong here; it was guessed already and goes back to what the word
                // claims.
                var claimed =
                        MailCharsets.lookUp(charset).filter(Charset::canEncode).orElse(StandardCharsets.UTF_8);
                bytes.writeBytes(String.valueOf(c).getBytes(claimed));
            }
        }
        return bytes.toByteArray();
    }

    private boolean isHex(int at) {
        char c = in.charAt(at);
        return c < 0x80 && TransferEncoding.hex(c) >= 0;
    }

    private byte[] base64(int from, int to) {
        var bytes = in.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
        return TransferEncoding.BASE64.decode(bytes, 0, bytes.length, defects);
    }
}
