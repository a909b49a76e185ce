package io.countersign.mail;

import io.countersign.mail.mbox.FromLine;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells by its first bytes what a file holds. */
public final class MailContent {
    /** How many bytes {@link #kind} likes to see. */
    public static final int HEAD = 16_384;

    // One of these makes a block of "Name: content" lines a mail; a settings or log file has none of them.
    private static final Set<String> FIELDS = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "reply-to",
            "sender",
            "dkim-signature",
            "arc-seal",
            "in-reply-to",
            "references",
            "x-original-to",
            "envelope-to",
            "x-gm-thrid",
            "resent-from",
            "content-disposition",
            "resent-to",
            "resent-date");
    private static final int MOST_LINES = 400;

    private MailContent() {}

    /** What a file can be. */
    public enum Kind {
        MBOX,
        MAIL,
        ZIP,
        OTHER
    }

    /** The kind of a file that begins with {@code head}; {@code name} decides only where a mail has no header left. */
    public static Kind kind(byte[] head, String name) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return Kind.ZIP;
        }
        int start = 0;
        while (start < head.length && (head[start] == '\n' || head[start] == '\r')) {
            start++;
        }
        if (FromLine.isAt(head, start, head.length)) {
            return Kind.MBOX;
        }
        if (hasMailHeader(head, MailStart.of(head))) {
            return Kind.MAIL;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith(".eml") || lower.endsWith(".eml.gz");
        return named && head.length > 0 ? Kind.MAIL : Kind.OTHER;
    }

    private static boolean hasMailHeader(byte[] head, int start) {
        int line = start;
        for (int n = 0; n < MOST_LINES && line < head.length; n++) {
            int end = line;
            while (end < head.length && head[end] != '\n' && head[end] != '\r') {
                end++;
            }
            if (end == line) {
                return false;
            }
            boolean continuation = head[line] == ' ' || head[line] == '\t';
            if (!continuation && FIELDS.contains(fieldName(head, line, end))) {
                return true;
            }
            line = end + 1 < head.length && head[end] == '\r' && head[end + 1] == '\n' ? end + 2 : end + 1;
        }
        return false;
    }

    private static String fieldName(byte[] head, int line, int end) {
        int colon = line;
        while (colon < end && head[colon] != ':' && colon - line < 60) {
            colon++;
        }
        return colon < end && head[colon] == ':'
                ? new String(head, line, colon - line, StandardCharsets.ISO_8859_1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                : "";
    }
}
