package io.countersign.demo;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The iCalendar object (RFC 5545, RFC 5546 REQUEST) of an invitation. */
record InterviewInvite(
        String uid, String summary, String place, String organiser, ZonedDateTime start, Duration length) {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    String text(ZonedDateTime stamp) {
        return String.join(
                "\n",
                "BEGIN:VCALENDAR",
                "PRODID:-//Scheduling//Calendar 2.4//EN",
                "VERSION:2.0",
                "METHOD:REQUEST",
                "BEGIN:VEVENT",
                "UID:" + uid,
                "DTSTAMP:" + utc(stamp),
                "DTSTART:" + utc(start),
                "DTEND:" + utc(start.plus(length)),
                "SUMMARY:" + escape(summary),
                "LOCATION:" + escape(place),
                "ORGANIZER:mailto:" + organiser,
                "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:" + DemoMailbox.OWNER,
                "SEQUENCE:0",
                "STATUS:CONFIRMED",
                "END:VEVENT",
                "END:VCALENDAR");
    }

    private static String utc(ZonedDateTime moment) {
        return UTC.format(moment.withZoneSameInstant(ZoneOffset.UTC));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
    }
}
