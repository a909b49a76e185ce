package io.countersign.approval.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a calendar of one event (RFC 5545). */
final class CalendarText {
    /** An event; it lasts one hour, since a mail seldom says how long. */
    record Event(String uid, String summary, String description, Instant starts) {}

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_OCTETS = 75;

    private CalendarText() {}

    static String of(Event event, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Countersign//Countersign//EN");
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escape(event.uid()));
        line(text, "DTSTAMP:" + UTC.format(now));
        line(text, "DTSTART:" + UTC.format(event.starts()));
        line(text, "DTEND:" + UTC.format(event.starts().plus(LENGTH)));
        line(text, "SUMMARY:" + escape(event.summary()));
        line(text, "DESCRIPTION:" + escape(event.description()));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** Section 3.3.11: backslash, semicolon, comma and line breaks; other control characters are not allowed at all. */
    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').append((char) c);
                case '\n', '\r' -> escaped.append("\\n");
                case '\t' -> escaped.append(' ');
                default -> {
                    if (!Character.isISOControl(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Section 3.1: lines of at most 75 octets, never cut inside a character. */
    private static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int codePoint = content.codePointAt(i);
            int size = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(codePoint);
            octets += size;
            i += Character.charCount(codePoint);
        }
        text.append("\r\n");
    }
}
