package io.countersign.mail;

import java.nio.charset.StandardCharsets;

/** Finds where the header of a mail begins: behind blank lines and mbox From lines that were left in front of it. */
final class MailStart {
    private static final int MOST_LINES = 20;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private MailStart() {}

    static int of(byte[] content) {
        int at = startsWithByteOrderMark(content) ? 3 : 0;
        for (int lines = 0; lines < MOST_LINES && at < content.length; lines++) {
            int from = content[at] == '>' ? at + 1 : at;
            boolean blank = content[at] == '\n' || content[at] == '\r';
            if (!blank && !startsWith(content, from, FROM)) {
                break;
            }
            if (blank && !headerFollows(content, at)) {
                break;
            }
            at = nextLine(content, at);
        }
        return at;
    }

    /** True when a header field or From line comes behind the line breaks at {@code at}. */
    private static boolean headerFollows(byte[] content, int at) {
        int i = at;
        while (i < content.length && (content[i] == '\n' || content[i] == '\r')) {
            i++;
        }
        int name = i;
        while (i < content.length && content[i] > ' ' && content[i] != ':') {
            i++;
        }
        return i > name && i < content.length && (content[i] == ':' || startsWith(content, name, FROM));
    }

    static int nextLine(byte[] content, int at) {
        int i = at;
        while (i < content.length && content[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, content.length);
    }

    static boolean startsWith(byte[] content, int at, byte[] prefix) {
        if (content.length - at < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (content[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithByteOrderMark(byte[] content) {
        return content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
    }
}
