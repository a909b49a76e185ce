package io.countersign.ats.detection;

import java.util.Locale;

/**
 * Makes a calendar of a mail fit for a parser: unfolded, without blank lines, lists and attachments longer than any field that
 * is read, and without what is nested so deep or so far behind that no invitation has it. Linear; never throws.
 */
final class CalendarLines {
    private static final int MOST_READ = 20_000_000;
    private static final int MOST_KEPT = 200_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int DEEPEST = 6;
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    private final String calendar;
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;
    private int depth;

    private CalendarLines(String calendar) {
        this.calendar = calendar;
    }

    static String of(String calendar) {
        return new CalendarLines(calendar).read();
    }

    private String read() {
        int end = Math.min(calendar.length(), MOST_READ);
        boolean more = true;
        for (int at = 0; at < end && more; at++) {
            char c = calendar.charAt(at);
            if (c != '\n' && c != '\r') {
                append(c);
                continue;
            }
            int next = c == '\r' && at + 1 < end && calendar.charAt(at + 1) == '\n' ? at + 2 : at + 1;
            if (next < end && isFold(calendar.charAt(next)) && !line.isEmpty()) {
                at = next;
            } else {
                at = next - 1;
                more = finish();
            }
        }
        if (more) {
            finish();
        }
        return kept.toString();
    }

    private static boolean isFold(char c) {
        return c == ' ' || c == '\t';
    }

    private void append(char c) {
        if (line.length() < LONGEST_LINE) {
            line.append(c);
        } else {
            tooLong = true;
        }
    }

    /** Keeps the line that was read if it is of use; false when nothing behind it is. */
    private boolean finish() {
        var text = line.toString().strip();
        boolean isUseful = !tooLong && text.indexOf(':') > 0;
        line.setLength(0);
        tooLong = false;
        if (!isUseful) {
            return true;
        }
        var start = text.substring(0, Math.min(6, text.length())).toUpperCase(Locale.ROOT);
        boolean begins = start.equals("BEGIN:");
        boolean ends = start.startsWith("END:");
        if (ends && depth == 0) {
            return true;
        }
        depth += begins ? 1 : 0;
        keep(begins || ends ? text.toUpperCase(Locale.ROOT) : text);
        depth -= ends ? 1 : 0;
        return kept.length() < MOST_KEPT && !(ends && depth == 0);
    }

    private void keep(String text) {
        if (kept.isEmpty() && !text.equals(CALENDAR)) {
            kept.append(CALENDAR).append("\r\n");
            depth++;
        }
        if (depth <= DEEPEST) {
            kept.append(text).append("\r\n");
        }
    }
}
