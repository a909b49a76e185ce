package io.countersign.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an event begins; the mails are of Monday 10 November 2025. */
class EventTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20251120T150000Z                              | 2025-11-20T15:00:00Z
            DTSTART;TZID=Europe/Berlin:20251120T150000            | 2025-11-20T14:00:00Z
            DTSTART;TZID="Pacific Standard Time":20251120T090000  | 2025-11-20T17:00:00Z
            DTSTART;VALUE=DATE:20251120                           | 2025-11-20T00:00:00Z
            DTSTART:20251120T150000                               | 2025-11-20T15:00:00Z
            """)
    void theCalendarPartSaysWhen(String line, String start) {
        assertThat(invitation("METHOD:REQUEST", line).understood().eventAt()).contains(Instant.parse(start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Moon/Crater:20251120T150000",
                "DTSTART:20251399T150000Z",
                "DTSTART:tomorrow",
                "DTSTART:",
                "SUMMARY:without a start"
            })
    void anUnreadableStartIsNone(String line) {
        assertThat(invitation("METHOD:REQUEST", line).understood().eventAt()).isEmpty();
    }

    @Test
    void aCancelledEventDoesNotBegin() {
        assertThat(invitation("METHOD:CANCEL", "DTSTART:20251120T150000Z")
                        .understood()
                        .eventAt())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thursday, November 20th at 10:00 AM       | 2025-11-20T10:00:00Z
            Nov 20, 2025 6:30pm                       | 2025-11-20T18:30:00Z
            20 November 2025 at 14:00                 | 2025-11-20T14:00:00Z
            Thursday at 3pm                           | 2025-11-13T15:00:00Z
            tomorrow at 9:15 a.m.                     | 2025-11-11T09:15:00Z
            November 20 at 10:00 AM EST               | 2025-11-20T15:00:00Z
            20.11.2025 um 14 Uhr                      | 2025-11-20T14:00:00Z
            Donnerstag, den 20. November um 14:30 Uhr | 2025-11-20T14:30:00Z
            """)
    void aDateWithATimeSaysWhen(String words, String start) {
        var found = Mails.from("", "talent@acme.example")
                .subject("Interview confirmed")
                .text("Your interview is confirmed for " + words + ". See you!")
                .understood();
        assertThat(found.eventAt()).as(found::toString).contains(Instant.parse(start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next week",
                "November 20",
                "Monday at 10am or Tuesday at 11am",
                "03/04/2026 at 10:00",
                "1 November 2019 at 10:00",
                "room 12 at 34"
            })
    void anythingLessIsNone(String words) {
        var found = Mails.from("", "talent@acme.example")
                .subject("Interview confirmed")
                .text("Your interview is confirmed for " + words + ". See you!")
                .understood();
        assertThat(found.eventAt()).as(found::toString).isEmpty();
    }

    private static Mails invitation(String method, String line) {
        return Mails.from("Kim", "kim@acme.example")
                .subject("Invitation: talk")
                .text("Kim invites you.")
                .calendar("BEGIN:VCALENDAR\r\n" + method
                        + "\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n" + line
                        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
}
