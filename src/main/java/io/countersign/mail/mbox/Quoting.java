package io.countersign.mail.mbox;

import java.util.Arrays;

/** The mark that keeps a body line from looking like a From line. */
final class Quoting {
    private Quoting() {}

    /** Takes one {@code >} from every line that is {@code >From }, {@code >>From } and so on; works in place. */
    static byte[] undo(byte[] content) {
        int out = 0;
        boolean lineStart = true;
        for (int i = 0; i < content.length; i++) {
            byte b = content[i];
            if (lineStart && b == '>' && isQuotedFrom(content, i)) {
                lineStart = false;
                continue;
            }
            content[out++] = b;
            lineStart = b == '\n';
        }
        return out == content.length ? content : Arrays.copyOf(content, out);
    }

    private static boolean isQuotedFrom(byte[] content, int at) {
        int i = at;
        while (i < content.length && content[i] == '>') {
            i++;
        }
        return FromLine.startsWith(content, i, content.length);
    }
}
