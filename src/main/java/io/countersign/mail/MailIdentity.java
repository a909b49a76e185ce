package io.countersign.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Recognises the same mail in different containers: a SHA-256 over the mail with line ends, From-line quoting, blank lines at
 * the end and the fields that containers add taken out. Mails that differ in anything else differ.
 */
public final class MailIdentity {
    // What mbox programs, Takeout and mail clients write into a stored mail.
    private static final Set<String> CONTAINER_FIELDS = Set.of(
            "status",
            "x-status",
            "x-keywords",
            "x-gmail-labels",
            "x-gm-thrid",
            "x-gm-msgid",
            "content-length",
            "lines",
            "x-uid",
            "x-uidl",
            "x-imap",
            "x-imapbase",
            "x-mozilla-status",
            "x-mozilla-status2",
            "x-mozilla-keys",
            "x-evolution",
            "x-evolution-source");
    private static final String FIRST_LETTERS = "SsXxCcLl";
    private static final int LONGEST_NAME = 24;
    private static final int CHUNK = 16_384;

    private final MessageDigest digest;
    private final byte[] in;
    private final byte[] out = new byte[CHUNK];
    private int filled;
    private int pendingBreaks;

    private MailIdentity(MessageDigest digest, byte[] in) {
        this.digest = digest;
        this.in = in;
    }

    /** The identity of {@code content} within {@code account}. */
    public static UUID of(String account, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(account.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            new MailIdentity(digest, content).run();
            var hash = ByteBuffer.wrap(digest.digest());
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void run() {
        int at = MailStart.of(in);
        boolean header = true;
        while (at < in.length) {
            int lineFeed = at;
            while (lineFeed < in.length && in[lineFeed] != '\n') {
                lineFeed++;
            }
            int end = lineFeed > at && lineFeed < in.length && in[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
            int next = Math.min(lineFeed + 1, in.length);
            if (header && end == at) {
                header = false;
            }
            if (header && isContainerField(at, end)) {
                at = behindContinuations(next);
            } else {
                line(unquoted(at, end), end);
                at = next;
            }
        }
        digest.update(out, 0, filled);
    }

    private int behindContinuations(int from) {
        int at = from;
        while (at < in.length && (in[at] == ' ' || in[at] == '\t')) {
            at = MailStart.nextLine(in, at);
        }
        return at;
    }

    private boolean isContainerField(int at, int end) {
        if (FIRST_LETTERS.indexOf(in[at]) < 0) {
            return false;
        }
        int colon = at;
        while (colon < end && in[colon] != ':' && colon - at <= LONGEST_NAME) {
            colon++;
        }
        return colon < end
                && in[colon] == ':'
                && CONTAINER_FIELDS.contains(
                        new String(in, at, colon - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    private int unquoted(int at, int end) {
        int i = at;
        while (i < end && in[i] == '>') {
            i++;
        }
        return i > at
                        && end - i >= 5
                        && in[i] == 'F'
                        && in[i + 1] == 'r'
                        && in[i + 2] == 'o'
                        && in[i + 3] == 'm'
                        && in[i + 4] == ' '
                ? i
                : at;
    }

    private void line(int from, int to) {
        if (to > from) {
            for (; pendingBreaks > 0; pendingBreaks--) {
                put('\n');
            }
            copy(from, to);
        }
        pendingBreaks++;
    }

    private void put(int b) {
        if (filled == CHUNK) {
            digest.update(out, 0, filled);
            filled = 0;
        }
        out[filled++] = (byte) b;
    }

    private void copy(int from, int to) {
        int length = to - from;
        if (length > CHUNK - filled) {
            digest.update(out, 0, filled);
            filled = 0;
        }
        if (length > CHUNK) {
            digest.update(in, from, length);
        } else {
            System.arraycopy(in, from, out, filled, length);
            filled += length;
        }
    }
}
