package io.countersign.ats.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.classify.CalendarWords;
import io.countersign.classify.EventFinder;
import io.countersign.mail.CalendarInvite;
import io.countersign.shared.CpuTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calendar parts as senders write them, and as attackers do. */
@Timeout(20)
class InviteReaderTest {
    private static final Instant TWO = Instant.parse("2025-09-12T14:00:00Z");
    private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    private static final String START = "DTSTART:20250912T140000Z\r\n";

    private final InviteReader reader = new InviteReader(new EventFinder(CalendarWords.with()));

    private Optional<Instant> start(String calendar) {
        return reader.read(calendar).flatMap(CalendarInvite::start);
    }

    private static String event(String fields) {
        return "BEGIN:VEVENT\r\nUID:a@x\r\n" + fields + "END:VEVENT\r\n";
    }

    private static String calendar(String content) {
        return HEAD + content + "END:VCALENDAR\r\n";
    }

    static String[][] bombs() {
        int many = 100_000;
        return new String[][] {
            {"recurrence", calendar(event("RRULE:FREQ=SECONDLY;COUNT=1000000000\r\n" + START))},
            {
                "recurrences",
                calendar(event("RRULE:FREQ=SECONDLY;BYSECOND=1,2,3;COUNT=1000000000\r\n".repeat(1000) + START))
            },
            {"dates", calendar(event("RDATE:" + "20250912T140000Z,".repeat(many) + "\r\n" + START))},
            {"folded dates", calendar(event("RDATE:" + "20250912T140000Z,\r\n ".repeat(many) + "\r\n" + START))},
            {"date lines", calendar(event(START + "RDATE:20250912T140000Z\r\n".repeat(many)))},
            {
                "attachment",
                calendar(event("ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(2_500_000) + "\r\n" + START))
            },
            {"ten megabytes", calendar(event(START) + "X-JUNK:" + "x".repeat(60) + "\r\n".repeat(5_000_000))},
            {"blank lines first", calendar("\r\n".repeat(5_000_000) + event(START))},
            {
                "five thousand events",
                calendar(event(START)
                        + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20300101T000000Z\r\nEND:VEVENT\r\n".repeat(5_000))
            },
            {"bare carriage returns", calendar(event(START)).replace("\r\n", "\r")},
            {"deep inside", calendar(event("BEGIN:VALARM\r\n".repeat(many) + "END:VALARM\r\n".repeat(many) + START))},
            {"deep", calendar(event(START) + "BEGIN:X\r\n".repeat(many))},
            {"deep calendars", calendar(event(START)) + HEAD.repeat(many)},
            {"parameters", calendar(event("X" + ";A=B".repeat(many) + ":1\r\n" + START))},
            {"quotes", calendar(event("X;A=" + "\"".repeat(many) + ":1\r\n" + START))},
            {"no end", HEAD + "BEGIN:VEVENT\r\nUID:a@x\r\n" + START + "SUMMARY:x\r\n".repeat(many)},
            {
                "no end of an event",
                HEAD + "BEGIN:VEVENT\r\nUID:a@x\r\n" + START + "BEGIN:VEVENT\r\nUID:b\r\n".repeat(many)
            },
            {"no calendar around it", event(START)},
            {
                "small letters",
                calendar(event(START))
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("20250912t140000z", "20250912T140000Z")
            },
            {"ends first", "END:VCALENDAR\r\n".repeat(3) + calendar(event(START))},
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void theAppointmentIsFoundInBoundedTime(String name, String calendar) {
        var took = CpuTime.of(() -> assertThat(start(calendar)).as(name).contains(TWO));
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            DTSTART:20250912T140000Z                                               | 2025-09-12T14:00:00Z
            DTSTART;TZID=America/New_York:20250912T140000                          | 2025-09-12T18:00:00Z
            DTSTART;TZID="Europe/Berlin":20250912T140000                           | 2025-09-12T12:00:00Z
            DTSTART;TZID=/example.org/20070129_1/Europe/Berlin:20250912T140000     | 2025-09-12T12:00:00Z
            DTSTART;TZID=Eastern Standard Time:20250912T140000                     | 2025-09-12T18:00:00Z
            DTSTART;VALUE=DATE:20250912                                            | 2025-09-12T00:00:00Z
            DTSTART:20250912T140000                                                | 2025-09-12T14:00:00Z
            DTSTART;TZID=Nowhere/Atlantis:20250912T140000                          | -
            DTSTART;TZID=../../etc/passwd:20250912T140000                          | -
            DTSTART;TZID=:20250912T140000                                          | 2025-09-12T14:00:00Z
            DTSTART:20250231T140000Z                                               | -
            DTSTART:20250912T250000Z                                               | -
            DTSTART:99990912T140000Z                                               | -
            DTSTART:00010101T000000Z                                               | -
            DTSTART:soon                                                           | -
            DTSTART:                                                               | -
            SUMMARY:no start                                                       | -
            """)
    void startsAreReadAsTheyAreMeant(String field, Instant moment) {
        assertThat(start(calendar(event(field + "\r\n")))).isEqualTo(Optional.ofNullable(moment));
    }

    @Test
    void aZoneThatTheCalendarDefinesIsThePlaceItStandsFor() {
        var zone = """
                BEGIN:VTIMEZONE
                TZID:Mine 1
                X-LIC-LOCATION:Asia/Tokyo
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETTO:+0900
                END:STANDARD
                END:VTIMEZONE
                """;
        assertThat(start(calendar(zone + event("DTSTART;TZID=Mine 1:20250912T140000\r\n"))))
                .contains(Instant.parse("2025-09-12T05:00:00Z"));
    }

    @Test
    void aTimeWithoutZoneIsInThatOfItsCalendar() {
        assertThat(start(calendar("X-WR-TIMEZONE:Europe/Berlin\r\n" + event("DTSTART:20250912T140000\r\n"))))
                .contains(Instant.parse("2025-09-12T12:00:00Z"));
        assertThat(start(calendar("X-WR-TIMEZONE:Nowhere/At All\r\n" + event("DTSTART:20250912T140000\r\n"))))
                .contains(TWO);
        assertThat(start(calendar("X-WR-TIMEZONE:Europe/Berlin\r\n" + event(START))))
                .contains(TWO);
    }

    @Test
    void ofOneEventTheHighestSequenceCounts() {
        var text = calendar(event("SEQUENCE:1\r\nDTSTART:20250101T000000Z\r\n") + event("SEQUENCE:3\r\n" + START)
                + event("SEQUENCE:2\r\nDTSTART:20250102T000000Z\r\n")
                + event("RECURRENCE-ID:20250912T140000Z\r\nSEQUENCE:9\r\nDTSTART:20250103T000000Z\r\n")
                + "BEGIN:VEVENT\r\nUID:other\r\nSEQUENCE:99\r\nDTSTART:20250104T000000Z\r\nEND:VEVENT\r\n");
        assertThat(reader.read(text)).contains(new CalendarInvite("a@x", 3, false, Optional.of(TWO)));
    }

    @ParameterizedTest
    @CsvSource({"METHOD:CANCEL,''", "'',STATUS:CANCELLED", "method:cancel,''", "'',status:Cancelled"})
    void aCancellationIsOneHoweverItIsSaid(String ofCalendar, String ofEvent) {
        var text = calendar((ofCalendar.isEmpty() ? "" : ofCalendar + "\r\n")
                + event(START + "SEQUENCE:2\r\n" + (ofEvent.isEmpty() ? "" : ofEvent + "\r\n")));
        assertThat(reader.read(text)).contains(new CalendarInvite("a@x", 2, true, Optional.of(TWO)));
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "x,0", "99999999999,0", "007,7", "'',0"})
    void anOddSequenceIsTheFirst(String written, int read) {
        assertThat(reader.read(calendar(event("SEQUENCE:" + written + "\r\n" + START)))
                        .map(CalendarInvite::sequence))
                .contains(read);
    }

    @Test
    void aLongUidIsCut() {
        var text = calendar("BEGIN:VEVENT\r\nUID:" + "u".repeat(900) + "\r\n" + START + "END:VEVENT\r\n");
        assertThat(reader.read(text).map(CalendarInvite::uid)).contains("u".repeat(300));
    }

    @Test
    void whatIsNoAppointmentIsNone() {
        for (var text : new String[] {
            "",
            "x",
            "BEGIN:VCALENDAR",
            calendar(""),
            calendar("BEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\n"),
            "\0\1\2",
            "BEGIN:\r\nEND:\r\n"
        }) {
            assertThat(reader.read(text)).isEmpty();
        }
    }

    @Test
    void pasteOfCalendarPiecesNeverThrows() {
        var pieces = new String[] {
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "UID:a",
            "DTSTART;TZID=x:20250912T140000",
            ":",
            ";",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            "=",
            "\"",
            "X;A=",
            "SEQUENCE:1",
            "BEGIN:",
            "END:",
            "\\",
            ","
        };
        var random = new Random(9);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(30); k > 0; k--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(reader.read(text.toString())).isNotNull();
        }
    }
}
