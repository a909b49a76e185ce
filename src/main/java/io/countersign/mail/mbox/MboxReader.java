package io.countersign.mail.mbox;

import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.mail.Selection.Reach;
import io.countersign.mail.SourceMarks;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Splits one mbox stream. A mail begins at a plausible From line behind a blank line. Where a mail's Content-Length leads
 * exactly to the next From line or to the end, it is believed (mboxcl2) and nothing inside is unquoted; otherwise one
 * {@code >} is taken from every {@code >From } line (mboxrd). An mboxo file quotes only {@code From } itself, so that a line
 * which its author began with {@code >>From } loses one mark: the two formats can't be told apart.
 */
final class MboxReader {
    private static final int FIRST_BUFFER = 1 << 18;
    private static final int LOOK_AHEAD = 2200;
    private static final int LARGEST_BELIEVED = 64 << 20;

    private final InputStream in;
    private final String source;
    private final String folder;
    private final MailSource.Sink sink;
    private final int largest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int length;
    private long base;
    private boolean ended;
    private boolean begun;
    private boolean growing;
    private Optional<IOException> failure = Optional.empty();

    // The mail being read: where it begins in the buffer, and how far it was looked at.
    private int start;
    private int at;
    private long startOffset;
    private boolean oversized;
    private boolean quoted;
    private boolean believed;

    MboxReader(InputStream in, String source, String folder, MailSource.Sink sink, int largest) {
        this.in = in;
        this.source = source;
        this.folder = folder;
        this.sink = sink;
        this.largest = largest;
    }

    /** For a stream that begins at this offset of its file, and whose last mail is not delivered where it may still grow. */
    MboxReader from(Reach reach) {
        base = reach.offset();
        startOffset = reach.offset();
        growing = reach.growing();
        return this;
    }

    /** Where the mail begins that was read last, or that was held back. */
    long lastMail() {
        return startOffset;
    }

    /** Where the next mail begins: how many bytes are done. */
    long offset() {
        return base + start;
    }

    /** Delivers the next mail or rejection; false at the end. */
    boolean next() {
        compact();
        if (!begun) {
            begun = true;
            skipLeadingBlanks();
        }
        if (!require(start, 1)) {
            finish();
            return false;
        }
        startOffset = base + start;
        oversized = false;
        quoted = false;
        believed = false;
        boolean begins = isFromLine(start);
        int end = end(begins);
        if (growing && !believed && ended && end == length) {
            finish();
            return false;
        }
        if (!begins) {
            sink.rejected(new Rejection(source, startOffset, "What stands before the first From line is no mail."));
        } else if (oversized) {
            sink.rejected(new Rejection(source, startOffset, "The mail is larger than " + largest + " bytes."));
        } else {
            deliver(end);
        }
        start = end;
        if (believed) {
            skipBlanks();
        }
        return true;
    }

    private void finish() {
        failure.ifPresent(this::tell);
        failure = Optional.empty();
    }

    private void tell(IOException why) {
        var rejection = new Rejection(source, base + length, "What follows cannot be read: " + Reasons.of(why) + ".");
        if (Reasons.mayPass(why)) {
            sink.unreadable(rejection);
        } else {
            sink.rejected(rejection);
        }
    }

    private void skipLeadingBlanks() {
        skipBlanks();
        if (require(start, 3) && buffer[start] == (byte) 0xEF && buffer[start + 1] == (byte) 0xBB) {
            start += 3;
        }
    }

    private void skipBlanks() {
        while (require(start, 1) && (buffer[start] == '\n' || buffer[start] == '\r')) {
            start++;
        }
    }

    /** Finds where the mail at {@code start} ends: the index of the next From line, or the end of the stream. */
    private int end(boolean begins) {
        at = start;
        long contentLength = -1;
        boolean header = begins;
        while (lineEnd()) {
            if (!require(at, 1)) {
                break;
            }
            byte first = buffer[at];
            if (header) {
                if (first == '\n' || first == '\r') {
                    header = false;
                    if (believe(contentLength)) {
                        return at;
                    }
                } else if (first == 'C' || first == 'c') {
                    contentLength = contentLength < 0 ? contentLength() : contentLength;
                }
            }
            if (first == 'F' && isBlankBefore() && isFromLine(at)) {
                return at;
            }
            if (first == '>' && !quoted) {
                quoted = isQuotedFrom();
            }
        }
        return length;
    }

    /** Moves {@code at} behind the next line feed; false at the end of the stream. */
    private boolean lineEnd() {
        while (true) {
            var bytes = buffer;
            int n = length;
            for (int i = at; i < n; i++) {
                if (bytes[i] == '\n') {
                    at = i + 1;
                    return true;
                }
            }
            at = n;
            if (at - start > largest) {
                discard();
            }
            if (!require(at, 1)) {
                return false;
            }
        }
    }

    private boolean isFromLine(int index) {
        require(index, LOOK_AHEAD);
        return FromLine.isAt(buffer, index, length);
    }

    private boolean isBlankBefore() {
        int before = at - 2;
        if (before >= start && buffer[before] == '\r') {
            before--;
        }
        return before >= 0 && buffer[before] == '\n';
    }

    private boolean isQuotedFrom() {
        require(at, 64);
        int i = at;
        while (i < length && buffer[i] == '>') {
            i++;
        }
        return FromLine.startsWith(buffer, i, length);
    }

    private long contentLength() {
        require(at, 64);
        var name = "content-length:";
        if (length - at < name.length()) {
            return -1;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(buffer[at + i]) != name.charAt(i)) {
                return -1;
            }
        }
        long value = 0;
        boolean digits = false;
        for (int i = at + name.length(); i < Math.min(length, at + 64) && buffer[i] != '\n'; i++) {
            if (buffer[i] >= '0' && buffer[i] <= '9') {
                value = Math.min(value * 10 + buffer[i] - '0', Integer.MAX_VALUE);
                digits = true;
            }
        }
        return digits ? value : -1;
    }

    /** Moves {@code at} to where Content-Length ends the mail, when a From line or the end of the stream is there. */
    private boolean believe(long contentLength) {
        if (contentLength < 0 || contentLength > Math.min(LARGEST_BELIEVED, largest)) {
            return false;
        }
        int body = buffer[at] == '\r' ? 2 : 1;
        if (!require(at, (int) contentLength + body)) {
            return false;
        }
        int end = (int) contentLength + body;
        require(at, end + LOOK_AHEAD);
        int next = at + end;
        int breaks = 0;
        while (next < length && breaks < 4 && (buffer[next] == '\n' || buffer[next] == '\r')) {
            next++;
            breaks++;
        }
        boolean lineStart = breaks > 0 || contentLength == 0 || buffer[at + end - 1] == '\n';
        believed = lineStart && ((next >= length && ended) || FromLine.isAt(buffer, next, length));
        at = believed ? at + end : at;
        return believed;
    }

    private void deliver(int end) {
        int body = start;
        while (body < end && buffer[body] != '\n') {
            body++;
        }
        body = Math.min(body + 1, end);
        int stop = believed ? end : withoutBlankLine(body, end);
        if (stop <= body) {
            sink.rejected(new Rejection(source, startOffset, "The mail is empty."));
            return;
        }
        var content = Arrays.copyOfRange(buffer, body, stop);
        if (quoted && !believed) {
            content = Quoting.undo(content);
        }
        var marks = SourceMarks.of(content, folder, Set.of());
        var delivered = FromLine.date(buffer, start, body);
        sink.mail(new RawMail(content, source, startOffset, marks.folder(), marks.flags(), delivered));
    }

    /** The blank line before a From line belongs to the format, not to the mail. */
    private int withoutBlankLine(int from, int end) {
        int cut = end - 1;
        if (cut < from || buffer[cut] != '\n') {
            return end;
        }
        cut = cut > from && buffer[cut - 1] == '\r' ? cut - 1 : cut;
        return cut > from && buffer[cut - 1] == '\n' ? cut : end;
    }

    /** Sees to it that {@code count} bytes from {@code from} are in the buffer; false when the stream ends before. */
    private boolean require(int from, int count) {
        while (length - from < count && !ended) {
            fill();
        }
        return length - from >= count;
    }

    private void fill() {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 16L, buffer.length * 2L));
        }
        try {
            int n = in.read(buffer, length, buffer.length - length);
            ended = n < 0;
            length += Math.max(0, n);
        } catch (IOException e) {
            ended = true;
            failure = Optional.of(e);
        }
    }

    /** Makes room by forgetting the mails that are done; only between mails, so that no index goes stale. */
    private void compact() {
        if (start > buffer.length / 2) {
            int rest = length - start;
            var target = buffer.length > 64 * FIRST_BUFFER && rest < FIRST_BUFFER ? new byte[FIRST_BUFFER] : buffer;
            System.arraycopy(buffer, start, target, 0, rest);
            buffer = target;
            base += start;
            start = 0;
            length = rest;
        }
    }

    /** Forgets the middle of a mail that is too large, all but the bytes that tell whether a line is blank. */
    private void discard() {
        oversized = true;
        int gone = at - 4 - start;
        System.arraycopy(buffer, at - 4, buffer, start, length - at + 4);
        base += gone;
        at -= gone;
        length -= gone;
    }
}
