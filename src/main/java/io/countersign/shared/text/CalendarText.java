package io.countersign.shared.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes calendars (RFC 5545), every line within the octets that it allows. */
public final class CalendarText {
    /** How long an event lasts when nobody says. */
    public static final Duration USUAL_LENGTH = Duration.ofHours(1);

    /**
     * An event.
     *
     * @param uid names it for ever, so that a later calendar changes it in the place of adding another
     * @param sequence 0 at first, more with every change
     * @param cancelled it does not take place
     */
    public record Event(
            String uid,
            String summary,
            String description,
            Instant starts,
            Duration length,
            int sequence,
            boolean cancelled) {
        /** One that nobody changed yet, of the usual length. */
        public static Event at(Instant starts, String uid, String summary, String description) {
            return new Event(uid, summary, description, starts, USUAL_LENGTH, 0, false);
        }
    }

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_OCTETS = 75;

    private CalendarText() {}

    /** The calendar that holds these events; {@code now} is when it is written. */
    public static String of(List<Event> events, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Countersign//Countersign//EN");
        line(text, "METHOD:PUBLISH");
        events.forEach(event -> add(text, event, now));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void add(StringBuilder text, Event event, Instant now) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escape(event.uid()));
        line(text, "DTSTAMP:" + UTC.format(now));
        line(text, "SEQUENCE:" + event.sequence());
        line(text, "DTSTART:" + UTC.format(event.starts()));
        line(text, "DTEND:" + UTC.format(event.starts().plus(event.length())));
        line(text, "SUMMARY:" + escape(event.summary()));
        line(text, "DESCRIPTION:" + escape(event.description()));
        if (event.cancelled()) {
            line(text, "STATUS:CANCELLED");
        }
        line(text, "END:VEVENT");
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
