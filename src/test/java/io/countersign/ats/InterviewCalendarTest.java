package io.countersign.ats;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.CalendarInvite;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.StageFinding;
import io.countersign.mail.TestMail;
import io.countersign.mail.Understanding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** What a calendar program reads of an application's talks; iCal4j stands for the program. */
class InterviewCalendarTest {
    private static final Instant START = Instant.parse("2026-03-10T14:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-12T09:00:00Z");

    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Message> mails = new ArrayList<>();
    private String company = "Acme";
    private String role = "Engineer";
    private Optional<Instant> known = Optional.empty();
    private Instant now = TestMail.NOON;

    private void heard(String at, Optional<Stage> stage, Optional<Instant> interview) {
        heard(at, stage, interview, Optional.empty());
    }

    private void heard(String at, Optional<Stage> stage, Optional<Instant> interview, Optional<CalendarInvite> invite) {
        long id = timeline.size() + 1L;
        timeline.add(new TimelineEntry(
                Instant.parse(at),
                TimelineEntry.Kind.STAGE,
                stage,
                List.of(),
                Optional.of(id),
                "Mail " + id,
                "",
                interview,
                Provenance.MAIL,
                false));
        var facts = new AtsFacts(
                Optional.empty(),
                Optional.empty(),
                StageFinding.certain(stage.orElse(Stage.INTERVIEW)),
                Optional.empty(),
                interview,
                Optional.empty(),
                Optional.empty(),
                0,
                invite,
                Optional.empty());
        mails.add(TestMail.message(id).withUnderstanding(Understanding.unknown().withAts(facts)));
    }

    private void invited(String at, int sequence, boolean cancelled, Instant start) {
        var invite = new CalendarInvite("talk@acme.example", sequence, cancelled, Optional.of(start));
        heard(at, Optional.of(Stage.INTERVIEW), cancelled ? Optional.empty() : Optional.of(start), Optional.of(invite));
    }

    private Optional<String> text() {
        var state = new ApplicationState(
                Stage.INTERVIEW,
                Stage.INTERVIEW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known,
                0,
                Optional.empty());
        var application = new Application(
                new ApplicationId(Provenance.MAIL, 7),
                company,
                role,
                Optional.empty(),
                Optional.empty(),
                ApplicationSource.DIRECT,
                state,
                timeline);
        return InterviewCalendar.of(application, mails, "Interview", now);
    }

    private static Calendar parsed(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private List<Map<String, String>> events() {
        var events = new ArrayList<Map<String, String>>();
        for (Component event : parsed(text().orElseThrow()).getComponents()) {
            var fields = new HashMap<String, String>();
            for (Property property : event.getProperties()) {
                fields.put(property.getName(), property.getValue());
            }
            events.add(fields);
        }
        return events;
    }

    @Test
    void aTalkIsWrittenWithWhatACalendarNeeds() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.INTERVIEW), Optional.of(START));
        assertThat(events())
                .containsExactly(Map.of(
                        "UID", "interview-m7-m1@countersign",
                        "DTSTAMP", "20260301T120000Z",
                        "SEQUENCE", "0",
                        "DTSTART", "20260310T140000Z",
                        "DTEND", "20260310T150000Z",
                        "SUMMARY", "Interview: Engineer, Acme",
                        "DESCRIPTION", "Mail 1"));
    }

    @Test
    void withoutATalkThereIsNoCalendar() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.APPLIED), Optional.empty());
        assertThat(text()).isEmpty();
    }

    @Test
    void aMoveKeepsTheUidAndTheSequenceGrows() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.INTERVIEW), Optional.of(START));
        heard("2026-03-02T10:00:00Z", Optional.of(Stage.INTERVIEW), Optional.of(START));
        heard("2026-03-03T10:00:00Z", Optional.empty(), Optional.of(LATER));
        assertThat(events())
                .extracting(event -> event.get("UID") + " " + event.get("SEQUENCE") + " " + event.get("DTSTART"))
                .containsExactly("interview-m7-m1@countersign 1 20260312T090000Z");
    }

    @Test
    void anotherStageOrAMomentAfterTheTalkIsAnotherTalk() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.SCREENING), Optional.of(START));
        heard("2026-03-02T10:00:00Z", Optional.of(Stage.FINAL_ROUND), Optional.of(LATER));
        heard(
                "2026-03-20T10:00:00Z",
                Optional.of(Stage.FINAL_ROUND),
                Optional.of(Instant.parse("2026-03-25T08:00:00Z")));
        assertThat(events())
                .extracting(event -> event.get("UID"))
                .containsExactly(
                        "interview-m7-m1@countersign", "interview-m7-m2@countersign", "interview-m7-m3@countersign");
    }

    @Test
    void invitationsMoveAndCancelTheirTalkByTheirSequence() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.INTERVIEW), Optional.of(START));
        invited("2026-03-01T11:00:00Z", 0, false, START);
        invited("2026-03-02T10:00:00Z", 2, false, LATER);
        invited("2026-03-02T11:00:00Z", 1, true, START);
        assertThat(events())
                .extracting(event -> event.get("UID") + " " + event.get("SEQUENCE") + " " + event.get("DTSTART"))
                .containsExactly("interview-m7-m1@countersign 1 20260312T090000Z");

        invited("2026-03-03T10:00:00Z", 3, true, LATER);
        assertThat(events())
                .extracting(event -> event.get("SEQUENCE") + " " + event.get("STATUS"))
                .containsExactly("2 CANCELLED");

        invited("2026-03-04T10:00:00Z", 4, false, LATER);
        assertThat(events())
                .extracting(event -> event.get("SEQUENCE") + " " + event.get("STATUS"))
                .containsExactly("3 null");
    }

    @Test
    void aTalkThatOnlyThePersonKnowsIsWrittenToo() {
        heard("2026-03-01T10:00:00Z", Optional.of(Stage.APPLIED), Optional.empty());
        known = Optional.of(START);
        assertThat(events()).extracting(event -> event.get("UID")).containsExactly("interview-m7-n@countersign");
    }

    @Test
    void theSequenceNeverShrinksAsMoreIsHeard() {
        for (int seed = 0; seed < 200; seed++) {
            timeline.clear();
            mails.clear();
            var random = new Random(seed);
            var sequences = new HashMap<String, Integer>();
            var content = new HashMap<String, String>();
            var at = Instant.parse("2026-03-01T00:00:00Z");
            for (int step = 0; step < 12; step++) {
                at = at.plus(Duration.ofHours(random.nextInt(72)));
                var start = at.plus(Duration.ofHours(random.nextInt(8) * 12L));
                if (random.nextBoolean()) {
                    invited(at.toString(), random.nextInt(6), random.nextInt(4) == 0, start);
                } else {
                    heard(
                            at.toString(),
                            Optional.of(random.nextBoolean() ? Stage.SCREENING : Stage.INTERVIEW),
                            Optional.of(start));
                }
                if (text().isEmpty()) {
                    continue;
                }
                for (var event : events()) {
                    var uid = event.getOrDefault("UID", "");
                    int sequence = Integer.parseInt(event.getOrDefault("SEQUENCE", ""));
                    var what = event.get("DTSTART") + event.get("STATUS");
                    int before = sequences.getOrDefault(uid, -1);
                    assertThat(sequence).isGreaterThanOrEqualTo(before);
                    if (before >= 0 && !what.equals(content.get(uid))) {
                        assertThat(sequence).isGreaterThan(before);
                    }
                    sequences.put(uid, sequence);
                    content.put(uid, what);
                }
            }
        }
    }

    @Test
    void hostileNamesBreakNoLine() {
        company = "Evil\r\nEND:VEVENT\nATTACH:x;y,z\\ \u202E" + "é🙂".repeat(5_000);
        role = "";
        heard("2026-03-01T10:00:00Z", Optional.empty(), Optional.of(START));
        var text = text().orElseThrow();
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event.get("SUMMARY"))
                        .startsWith("Interview: Evil END:VEVENT ATTACH:x;y,z\\ é🙂")
                        .hasSizeLessThan(500));
        assertThat(events().getFirst()).doesNotContainKey("ATTACH");
    }

    private void row(String number, Instant interview) {
        timeline.add(new TimelineEntry(
                Instant.parse("2026-03-01T10:00:00Z"),
                TimelineEntry.Kind.STAGE,
                Optional.of(Stage.INTERVIEW),
                List.of(),
                Optional.empty(),
                number,
                "Acme",
                Optional.of(interview),
                Provenance.WAREHOUSE,
                false));
        known = Optional.of(interview);
    }

    @Test
    void aTalkThatOnlyAWarehouseKnowsIsMovedByALaterExport() {
        row("app-7", START);
        var first = events().getFirst();
        timeline.clear();
        row("app-7", LATER);
        now = now.plusSeconds(60);

        var second = events();

        assertThat(second).hasSize(1);
        assertThat(second.getFirst().get("UID")).isEqualTo(first.get("UID"));
        assertThat(second.getFirst().get("DTSTART")).isEqualTo("20260312T090000Z");
        assertThat(Integer.parseInt(second.getFirst().get("SEQUENCE")))
                .isGreaterThan(Integer.parseInt(first.get("SEQUENCE")));
    }

    @Test
    void aTalkOfAMailThatAWarehouseMovesTwiceMovesTwice() {
        heard("2026-02-20T10:00:00Z", Optional.of(Stage.INTERVIEW), Optional.of(START));
        assertThat(events().getFirst()).containsEntry("SEQUENCE", "0");
        row("app-7", LATER);
        var first = events().getFirst();
        timeline.removeLast();
        row("app-7", LATER.plusSeconds(3600));
        now = now.plusSeconds(60);
        var second = events().getFirst();

        assertThat(second.get("UID")).isEqualTo(first.get("UID"));
        assertThat(Integer.parseInt(second.get("SEQUENCE"))).isGreaterThan(Integer.parseInt(first.get("SEQUENCE")));
    }
}
