package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an announced interview begins: calendar, structured data, text; sent on Wednesday 3 September 2025, noon UTC. */
@Timeout(20)
class InterviewDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your interview is confirmed for Tuesday at 3 pm CET.              | 2025-09-09T13:00:00Z
            Your interview is confirmed for Tuesday, September 16 at 2:00 PM PT. | 2025-09-16T21:00:00Z
            Ihr Vorstellungsgespräch findet am 24.09.2025 um 13:30 Uhr statt. | 2025-09-24T13:30:00Z
            Your interview is confirmed for tomorrow at 10:30.                | 2025-09-04T10:30:00Z
            Your interview has been scheduled for 2025-09-12 at 09:15 UTC.    | 2025-09-12T09:15:00Z
            """)
    void aMomentInTheTextIsRead(String text, String moment) {
        var found = WrittenMails.understood("Acme Recruiting <jobs@acme.example>", "Interview", text);
        assertThat(date(found)).as(found.toString()).contains(Instant.parse(moment));
    }

    @Test
    void severalProposedTimesAreNoDate() {
        var found = WrittenMails.understood(
                "Acme Recruiting <jobs@acme.example>",
                "Interview",
                "Please choose an interview slot: Tuesday at 3 pm or Wednesday at 4 pm.");
        assertThat(date(found)).isEmpty();
    }

    @Test
    void theCalendarPartOutranksTheText() {
        var found = understood("""
                BEGIN:VCALENDAR
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:talk-7@acme.example
                SEQUENCE:2
                DTSTART;TZID=America/New_York:20250912T140000
                SUMMARY:Interview
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(date(found)).contains(Instant.parse("2025-09-12T18:00:00Z"));
        assertThat(found.ats().flatMap(AtsFacts::invite))
                .contains(new CalendarInvite(
                        "talk-7@acme.example", 2, false, Optional.of(Instant.parse("2025-09-12T18:00:00Z"))));
    }

    @Test
    void aCancellationNamesNoDateButItsAppointment() {
        var found = understood("""
                BEGIN:VCALENDAR
                METHOD:CANCEL
                BEGIN:VEVENT
                UID:talk-7@acme.example
                SEQUENCE:3
                STATUS:CANCELLED
                DTSTART:20250912T140000Z
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(date(found)).isEmpty();
        assertThat(found.ats().flatMap(AtsFacts::invite).map(CalendarInvite::cancelled))
                .contains(true);
    }

    @Test
    void recurrencesAreNotExpandedAndUnknownZonesAreTolerated() {
        var found = understood("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:bomb
                RRULE:FREQ=SECONDLY;COUNT=2000000000;INTERVAL=1
                DTSTART;TZID=Nowhere/Atlantis:20250912T140000
                BEGIN:VALARM
                UID:not-this
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """);
        assertThat(found.ats().flatMap(AtsFacts::invite))
                .contains(new CalendarInvite("bomb", 0, false, Optional.empty()));
    }

    @Test
    void structuredDataIsRead() {
        var html = """
                <script type="application/ld+json">{"@context":"http://schema.org","@type":"Event",
                "name":"Interview","startDate":"2025-09-15T09:00:00+02:00"}</script>
                <p>Your interview is confirmed. We look forward to meeting you.</p>
                """;
        var mail = WrittenMails.parsed("Acme Recruiting <jobs@acme.example>", "Interview", "text/html", html, "");
        assertThat(date(WrittenMails.understood(mail))).contains(Instant.parse("2025-09-15T07:00:00Z"));
    }

    @Test
    void damagedCalendarsNeverThrow() {
        var reader =
                new InviteReader(new io.countersign.classify.EventFinder(io.countersign.classify.CalendarWords.with()));
        var whole = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:99999999999\r\nDTSTART;TZID=\"x:2025\r\n"
                + "DESCRIPTION:" + "y".repeat(5000) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var random = new Random(4);
        for (int i = 0; i < 500; i++) {
            var damaged = new StringBuilder(whole);
            for (int k = 0; k < 5; k++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) (random.nextInt(90) + 10));
            }
            damaged.setLength(random.nextInt(damaged.length()));
            assertThatCode(() -> reader.read(damaged.toString())).doesNotThrowAnyException();
        }
        assertThatCode(() -> reader.read("BEGIN:VEVENT\n".repeat(100_000))).doesNotThrowAnyException();
    }

    private static Optional<Instant> date(Understanding found) {
        return found.ats().flatMap(AtsFacts::interviewDate);
    }

    private static Understanding understood(String calendar) {
        var plain = WrittenMails.parsed(
                "Acme Recruiting <jobs@acme.example>",
                "Interview",
                "text/plain",
                "We would like to confirm your interview on Friday at 8 pm.",
                "");
        var mail = new ParsedMail(
                plain.headers(),
                plain.messageId(),
                plain.from(),
                plain.replyTo(),
                plain.to(),
                plain.cc(),
                plain.subject(),
                plain.date(),
                plain.text(),
                plain.html(),
                Optional.of(calendar),
                plain.attachments(),
                plain.defects());
        return WrittenMails.understood(mail);
    }

    @Test
    void aLongTextIsReadInBoundedTime() {
        var start = System.nanoTime();
        WrittenMails.understood(
                "Acme Recruiting <jobs@acme.example>",
                "Interview",
                "Tuesday at your interview if not unless application for the position of ".repeat(200_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
