package io.countersign.ats.joining;

import static io.countersign.ats.joining.Letter.day;
import static io.countersign.mail.Stage.APPLIED;
import static io.countersign.mail.Stage.INTERVIEW;
import static io.countersign.mail.Stage.OFFER;
import static io.countersign.mail.Stage.REJECTED;
import static io.countersign.mail.Stage.SCREENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.Provenance;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.WarehouseRow;
import io.countersign.ats.WarehouseRows;
import io.countersign.ats.WarehouseShare;
import io.countersign.mail.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which application a row of a warehouse tells of, and what it changes there. */
class WarehouseJoiningTest {
    private final ApplicationJoiner joiner = new ApplicationJoiner(ZoneOffset.UTC);
    private final List<WarehouseRows.Numbered> rows = new ArrayList<>();

    private void row(String id, String company, String role, Stage stage, Optional<Instant> changed) {
        row(id, company, role, stage, changed, Optional.empty());
    }

    private void row(
            String id,
            String company,
            String role,
            Stage stage,
            Optional<Instant> changed,
            Optional<Instant> interview) {
        rows.add(new WarehouseRows.Numbered(
                rows.size() + 1L,
                new WarehouseRow(
                        id,
                        "greenhouse",
                        company,
                        Letter.ME,
                        Optional.of(stage),
                        changed,
                        interview,
                        Optional.of(role).filter(text -> !text.isEmpty()))));
    }

    private List<Application> join(Letter... letters) {
        return joiner.join(new JoinInput(
                        List.of(letters).stream().map(Letter::mail).toList(), List.of(), rows))
                .applications();
    }

    @Test
    void spellingsOfOneEmployerAreOne() {
        row("77", "ACME Robotics, Inc.", "", SCREENING, Optional.of(day(5)));
        var joined = join(Letter.of(1, 0, APPLIED, "Acme Robotics", "Cook"));
        assertThat(joined).singleElement().satisfies(one -> {
            assertThat(one.state().stage()).isEqualTo(SCREENING);
            assertThat(one.state().lastStageChange()).contains(day(5));
            assertThat(one.id()).isEqualTo(new ApplicationId(Provenance.MAIL, 1));
        });
    }

    @Test
    void rolesAtOneEmployerAreToldApart() {
        row("77", "Acme", "Cook", OFFER, Optional.of(day(9)));
        row("78", "Acme", "Baker", REJECTED, Optional.of(day(9)));
        var joined =
                join(Letter.of(1, 0, APPLIED, "Acme", "Cook"), Letter.of(2, 0.1, APPLIED, "Acme", "Baker (m/w/d)"));
        assertThat(joined)
                .extracting(one -> one.role() + " " + one.state().stage())
                .containsExactlyInAnyOrder("Cook OFFER", "Baker REJECTED");
    }

    @Test
    void aNumberThatBothNameJoinsWhateverTheRoleIsCalled() {
        row("REQ-104417", "Acme", "Member of Technical Staff", SCREENING, Optional.of(day(5)));
        var joined = join(Letter.of(1, 0, APPLIED, "Acme", "Engineer").number("REQ-104417"));
        assertThat(joined).hasSize(1);
    }

    @Test
    void aRowThatMayBeOfEitherOfTwoIsKeptApartAndAsked() {
        row("77", "Acme", "", REJECTED, Optional.of(day(9)));
        var letters = List.of(
                Letter.of(1, 0, APPLIED, "Acme", "Cook").mail(),
                Letter.of(2, 0.1, APPLIED, "Acme", "Baker").mail());
        var joined = joiner.join(new JoinInput(letters, List.of(), rows));
        assertThat(joined.applications()).hasSize(3);
        assertThat(joined.questions())
                .singleElement()
                .satisfies(
                        question -> assertThat(question.apart()).isEqualTo(new ApplicationId(Provenance.WAREHOUSE, 1)));
    }

    @Test
    void aRowWithoutADateNeverOutranksMail() {
        row("77", "Acme", "Cook", OFFER, Optional.empty());
        var joined = join(Letter.of(1, 0, APPLIED, "Acme", "Cook"), Letter.of(2, 9, REJECTED, "Acme", "Cook"));
        assertThat(joined).singleElement().satisfies(one -> {
            assertThat(one.state().stage()).isEqualTo(REJECTED);
            assertThat(one.state().lastHeard()).contains(day(9));
            assertThat(one.state().appliedAt()).contains(day(0));
        });
    }

    @Test
    void aTalkThatIsAheadIsNoWordFromTheFuture() {
        row("77", "Acme", "Cook", INTERVIEW, Optional.empty(), Optional.of(day(30)));
        var joined = join(Letter.of(1, 0, APPLIED, "Acme", "Cook"));
        assertThat(joined).singleElement().satisfies(one -> {
            assertThat(one.state().interviewDate()).contains(day(30));
            assertThat(one.state().lastHeard()).contains(day(0));
            assertThat(one.timeline())
                    .allSatisfy(entry -> assertThat(entry.at()).isBeforeOrEqualTo(day(0)));
        });
    }

    private WarehouseShare share(String... emails) {
        var some = new ArrayList<WarehouseRows.Numbered>();
        for (var email : emails) {
            some.add(new WarehouseRows.Numbered(
                    some.size() + 1L,
                    new WarehouseRow(
                            "n" + some.size(),
                            "lever",
                            "Acme",
                            email,
                            Optional.of(APPLIED),
                            Optional.of(day(1)),
                            Optional.empty(),
                            Optional.empty())));
        }
        var mails = List.of(Letter.of(1, 0, APPLIED, "Acme", "Cook").mail());
        return joiner.join(new JoinInput(mails, List.of(), some)).warehouse();
    }

    @Test
    void rowsOfOtherCandidatesAreCountedAndNobodysAreKnown() {
        assertThat(share()).isEqualTo(WarehouseShare.NONE);
        assertThat(share(Letter.ME, "b@x.example", "")).isEqualTo(new WarehouseShare(3, 1, 1));
        assertThat(share("a@x.example", "b@x.example", "")).isEqualTo(new WarehouseShare(3, 0, 2));
        assertThat(share("a@x.example", "b@x.example").isNobodys()).isTrue();
        assertThat(share("a@x.example", "a@x.example").ofOthers()).isZero();
    }

    @Test
    void aWarehouseAddsWhatMailDoesNotSayAndTheNewestWins() {
        var row = workday("A-7", "Acme", "Cook", Optional.of(INTERVIEW), 12);
        var other = workday("A-8", "Globex", "Clerk", Optional.of(APPLIED), 3);
        var joined = joiner.join(new JoinInput(
                List.of(
                        Letter.of(1, 0, APPLIED, "Acme", "Cook").mail(),
                        Letter.of(2, 20, REJECTED, "Acme", "Cook").mail()),
                List.of(),
                List.of(new WarehouseRows.Numbered(4, row), new WarehouseRows.Numbered(5, other))));

        assertThat(joined.applications()).extracting(one -> one.id().toString()).containsExactly("m1", "w5");
        var state = joined.applications().getFirst().state();
        assertThat(state.stage()).isEqualTo(REJECTED);
        assertThat(state.furthest()).isEqualTo(INTERVIEW);
        assertThat(joined.applications().getFirst().timeline())
                .extracting(TimelineEntry::provenance)
                .containsExactly(Provenance.MAIL, Provenance.WAREHOUSE, Provenance.MAIL);
    }

    private static WarehouseRow workday(String id, String company, String role, Optional<Stage> stage, double day) {
        return new WarehouseRow(
                id, "workday", company, Letter.ME, stage, Optional.of(day(day)), Optional.empty(), Optional.of(role));
    }

    @Test
    void rowsOfOtherCandidatesAreNotThePersons() {
        var own = workday("A-7", "Acme", "Cook", Optional.of(INTERVIEW), 12);
        var others = new WarehouseRow(
                "A-9",
                "workday",
                "Globex",
                "somebody@else.example",
                Optional.of(OFFER),
                Optional.of(day(3)),
                Optional.empty(),
                Optional.empty());
        var joined = joiner.join(new JoinInput(
                List.of(Letter.of(1, 0, APPLIED, "Acme", "Cook").mail()),
                List.of(),
                List.of(new WarehouseRows.Numbered(4, own), new WarehouseRows.Numbered(5, others))));

        assertThat(joined.applications()).hasSize(1);
    }
}
