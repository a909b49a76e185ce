package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.CpuTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Your interview is next Thursday at 2:30 pm ET.                         | 2025-09-11T18:30:00Z
            Your interview is on Thursday at 2:30 pm ET.                           | 2025-09-04T18:30:00Z
            Your interview is on Tuesday next week at 9 am UTC.                    | 2025-09-09T09:00:00Z
            Ihr Vorstellungsgespräch ist nächsten Donnerstag, 14:30 Uhr.           | 2025-09-11T14:30:00Z
            Ihr Vorstellungsgespräch ist am 3. Dezember um 10 Uhr MEZ.             | 2025-12-03T09:00:00Z
            Ihr Vorstellungsgespräch ist um 14:30 Uhr am 3. Dezember.              | 2025-12-03T14:30:00Z
            Ihr Vorstellungsgespräch ist morgen um 9.30 Uhr.                       | 2025-09-04T09:30:00Z
            Your interview is at 2pm EST on December 3.                            | 2025-12-03T19:00:00Z
            Your interview is scheduled for 12/03 at 2pm EST.                      | 2025-12-03T19:00:00Z
            Your interview is scheduled for 10/12 at 14:00 CET.                    | 2025-12-10T13:00:00Z
            Your interview is scheduled for Friday, 10/12 at 14:00.                | -
            Your interview is scheduled for Wednesday 12/03 at 14:00.              | 2025-12-03T14:00:00Z
            Your interview is scheduled for 11/12 at 14:00.                        | -
            Your interview is on Friday between 2 and 3 pm PT.                     | 2025-09-05T21:00:00Z
            Your interview is on Friday, 2-3 pm PT.                                | 2025-09-05T21:00:00Z
            Your interview is on Friday, 2:00 - 3:00 PM PT.                        | 2025-09-05T21:00:00Z
            Your interview is on Friday from 11:30 - 12:30 PM UTC.                 | 2025-09-05T11:30:00Z
            Your interview is on September 16, 10:30am - 11:00am (Eastern Time).   | 2025-09-16T14:30:00Z
            Your interview is on Friday at 16:00 UTC+2.                            | 2025-09-05T14:00:00Z
            Your interview is on Friday at 4:30 pm GMT-05:30.                      | 2025-09-05T22:00:00Z
            Your interview is on Friday at 9 am London time.                       | 2025-09-05T08:00:00Z
            Your interview is on Friday at 9 am New York time.                     | 2025-09-05T13:00:00Z
            Your interview is on Wednesday at 9 am UTC.                            | 2025-09-10T09:00:00Z
            Your interview was moved from Friday at 3 pm UTC to Monday at 2 pm UTC. | 2025-09-08T14:00:00Z
            Your interview is rescheduled: Monday at 2 pm UTC instead of Friday at 3 pm UTC. | 2025-09-08T14:00:00Z
            We need to reschedule your interview on Friday at 3 pm UTC. The new time is Monday at 2 pm UTC. | 2025-09-08T14:00:00Z
            Ihr Vorstellungsgespräch wird vom 5. September um 15 Uhr auf den 8. September um 14 Uhr verschoben. | 2025-09-08T14:00:00Z
            Interview slots: Friday 3 pm UTC, Monday 2 pm UTC, Tuesday 4 pm UTC.   | -
            Your interview is confirmed for Friday.                                | -
            Your interview in room 204 takes 45 minutes.                           | -
            """)
    void theMomentThatTheTextSettlesOnIsRead(String text, String moment) {
        var found = WrittenMails.understood("Acme Recruiting <jobs@acme.example>", "Your interview", text);
        assertThat(date(found).map(Instant::toString).orElse("-"))
                .as(found.toString())
                .isEqualTo(moment);
    }

    /** Whatever the day, the time and the zone: what is written comes back. */
    @Test
    void everyWrittenMomentAheadIsReadBack() {
        var zones = Map.of("ET", "America/New_York", "PT", "America/Los_Angeles", "CET", "Europe/Berlin", "UTC", "UTC");
        var random = new Random(11);
        for (int i = 0; i < 400; i++) {
            var zone = List.copyOf(new TreeSet<>(zones.keySet())).get(random.nextInt(4));
            var at = LocalDate.of(2025, 9, 5)
                    .plusDays(random.nextInt(250))
                    .atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(ZoneId.of(zones.get(zone)));
            var written = at.format(DateTimeFormatter.ofPattern(
                    random.nextBoolean() ? "EEEE, MMMM d, yyyy 'at' h:mm a" : "h:mm a '" + zone + "' 'on' MMMM d, yyyy",
                    Locale.ENGLISH));
            var text = "Your interview is confirmed for "
                    + (written.contains(zone + " on") ? written : written + " " + zone);
            var found = WrittenMails.understood("Acme Recruiting <jobs@acme.example>", "Confirmed", text + ".");
            assertThat(date(found)).as(text).contains(at.toInstant());
        }
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
        var text = "Tuesday at your interview if not unless application for the position of ".repeat(200_000);
        var took = CpuTime.of(() -> WrittenMails.understood("Acme Recruiting <jobs@acme.example>", "Interview", text));
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
}
