package io.countersign.mail.mbox;

import io.countersign.mail.MailDates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The line that begins a mail in an mbox: {@code From }, an envelope sender, a date. A line of prose that begins with "From"
 * is told apart by the date that it lacks and by the header field that does not follow it.
 */
public final class FromLine {
    private static final int LONGEST = 1000;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private FromLine() {}

    /** True when a mail can begin at {@code at}; {@code end} is behind the last byte to look at. */
    public static boolean isAt(byte[] bytes, int at, int end) {
        if (!startsWith(bytes, at, end)) {
            return false;
        }
        int eol = endOfLine(bytes, at, Math.min(end, at + LONGEST));
        if (eol < 0) {
            return false;
        }
        var line = text(bytes, at, eol);
        return (hasDate(line) || isBareAddress(line)) && headerFollows(bytes, eol, end);
    }

    /** True when {@code From } stands at {@code at}. */
    static boolean startsWith(byte[] bytes, int at, int end) {
        if (end - at < FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (bytes[at + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    /** The delivery time that the From line at {@code at} states. */
    static Optional<Instant> date(byte[] bytes, int at, int end) {
        int eol = endOfLine(bytes, at, Math.min(end, at + LONGEST));
        var line = text(bytes, at, eol < 0 ? Math.min(end, at + LONGEST) : eol);
        int sender = line.indexOf(' ', FROM.length + leadingBlanks(line));
        return sender < 0 ? Optional.empty() : MailDates.parse(line.substring(sender));
    }

    private static int leadingBlanks(String line) {
        int n = 0;
        while (FROM.length + n < line.length() && line.charAt(FROM.length + n) == ' ') {
            n++;
        }
        return n;
    }

    private static String text(byte[] bytes, int at, int eol) {
        return new String(bytes, at, eol - at, StandardCharsets.ISO_8859_1);
    }

    /** The line's end without the line feed; -1 when it is too long. A file may end without one. */
    private static int endOfLine(byte[] bytes, int at, int end) {
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return end - at < LONGEST ? end : -1;
    }

    private static boolean hasDate(String line) {
        return hasTime(line) && hasMonth(line) && hasYear(line);
    }

    private static boolean hasTime(String line) {
        for (int i = line.indexOf(':'); i > 0 && i + 2 < line.length(); i = line.indexOf(':', i + 1)) {
            if (isDigit(line, i - 1) && isDigit(line, i + 1) && isDigit(line, i + 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMonth(String line) {
        for (int month = 0; month < 12; month++) {
            int at = line.indexOf(MONTHS.substring(month * 3, month * 3 + 3));
            if (at > 0 && (line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '-')) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasYear(String line) {
        for (int i = FROM.length; i + 4 <= line.length(); i++) {
            boolean century = line.startsWith("19", i) || line.startsWith("20", i);
            if (century
                    && isDigit(line, i + 2)
                    && isDigit(line, i + 3)
                    && !isDigit(line, i - 1)
                    && !isDigit(line, i + 4)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String line, int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    private static boolean isBareAddress(String line) {
        var rest = line.substring(FROM.length).strip();
        return (rest.indexOf('@') > 0 && rest.indexOf(' ') < 0) || rest.equals("-");
    }

    /** A field name and a colon, another From line, a blank line, or the end of the file. */
    private static boolean headerFollows(byte[] bytes, int eol, int end) {
        int from = eol + 1;
        if (from < end && bytes[from] == '>') {
            from++;
        }
        if (from >= end || bytes[from] == '\n' || bytes[from] == '\r' || startsWith(bytes, from, end)) {
            return true;
        }
        int i = from;
        while (i < end && bytes[i] > ' ' && bytes[i] != ':' && i - from < LONGEST) {
            i++;
        }
        return i > from && (i >= end || bytes[i] == ':');
    }
}
