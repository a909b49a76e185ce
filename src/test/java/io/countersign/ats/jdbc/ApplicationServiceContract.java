package io.countersign.ats.jdbc;

import static io.countersign.mail.Stage.APPLIED;
import static io.countersign.mail.Stage.INTERVIEW;
import static io.countersign.mail.Stage.OFFER;
import static io.countersign.mail.Stage.REJECTED;
import static io.countersign.mail.Stage.SCREENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationId;
import io.countersign.ats.ApplicationSource;
import io.countersign.ats.Change;
import io.countersign.ats.JoinQuestion;
import io.countersign.ats.NewApplication;
import io.countersign.ats.Provenance;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.WarehouseRow;
import io.countersign.ats.joining.Letter;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.ats.tracking.ApplicationService;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Applications on stored mail, on both databases. */
abstract class ApplicationServiceContract {
    private final Database database = open();
    private final Clock clock = Clock.fixed(Letter.day(40), ZoneOffset.UTC);
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final JdbcAtsMails mails = new JdbcAtsMails(database, messages, clock);
    private final JdbcApplicationDecisions decisions = new JdbcApplicationDecisions(database, "me", clock);
    private final JdbcWarehouseRows rows = new JdbcWarehouseRows(database, "me", clock);
    private final ApplicationService desk = desk();

    abstract Database open();

    private ApplicationService desk() {
        return new ApplicationService(
                new ApplicationService.Books(mails, messages, decisions, rows, database),
                new RiskRanking(ZoneOffset.UTC),
                clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void store(Letter... letters) {
        new JdbcMailStore(database)
                .insert(Arrays.stream(letters)
                        .map(letter -> TestMail.stored(letter.message()))
                        .toList());
    }

    /** Lets detectors find in each mail what these letters say. */
    private void rescan(Letter... letters) {
        messages.updateUnderstanding(Arrays.stream(letters).map(this::scanned).toList());
    }

    private Message scanned(Letter letter) {
        return messages.find(letter.id())
                .orElseThrow()
                .withUnderstanding(letter.message().understanding());
    }

    private List<Application> applications() {
        return desk.applications().stream().map(RankedApplication::application).toList();
    }

    private Application application(String id) {
        return applications().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids() {
        return applications().stream().map(one -> one.id().toString()).sorted().toList();
    }

    private static ApplicationId id(String text) {
        return ApplicationId.parse(text).orElseThrow();
    }

    private static Letter[] search() {
        return new Letter[] {
            Letter.of(1, 0, APPLIED, "Acme", "Cook"),
            Letter.of(2, 5, INTERVIEW, "Acme", "Cook").from("ann@acme.example"),
            Letter.of(3, 6, APPLIED, "Globex", "Clerk"),
            Letter.of(4, 9, REJECTED, "Globex", "Clerk"),
            Letter.of(5, 10, APPLIED, "Initech", "")
        };
    }

    @Test
    void whatMayBeOfTwoIsAskedUntilThePersonSaysSo() {
        store(
                Letter.of(1, 0, APPLIED, "Acme", "Cook"),
                Letter.of(2, 1, APPLIED, "Acme", "Baker"),
                Letter.of(3, 9, REJECTED, "Acme", ""));
        assertThat(desk.questions()).containsExactly(new JoinQuestion(id("m3"), List.of(id("m2"), id("m1"))));

        var apart = desk.keepApart(id("m3"), List.of(id("m2"), id("m1")));
        assertThat(desk.questions()).isEmpty();
        assertThat(ids()).containsExactly("m1", "m2", "m3");

        desk.undo(apart);
        assertThat(desk.questions()).hasSize(1);
        desk.merge(id("m1"), id("m3"));
        assertThat(desk.questions()).isEmpty();
        assertThat(ids()).containsExactly("m1", "m2");
    }

    /** Whatever is said is there after ten rescans and a restart, and gone once it is taken back. */
    private void survives(Supplier<Change> correction) {
        store(search());
        var before = applications();
        var change = correction.get();
        var after = applications();
        assertThat(after).isNotEqualTo(before);

        for (int i = 0; i < 10; i++) {
            rescan(search());
            assertThat(applications()).isEqualTo(after);
        }
        assertThat(desk().applications().stream().map(RankedApplication::application))
                .isEqualTo(after);

        desk.undo(change);
        assertThat(applications()).isEqualTo(before);
    }

    @Test
    void aMergeSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.merge(id("m3"), id("m1"));
            assertThat(ids()).containsExactly("m3", "m5");
            assertThat(application("m3").company()).isEqualTo("Globex");
            assertThat(application("m3").messageIds()).containsExactly(1L, 2L, 3L, 4L);
            return change;
        });
    }

    @Test
    void aSplitSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.split(id("m1"), Set.of(2L));
            assertThat(ids()).containsExactly("m1", "m2", "m3", "m5");
            assertThat(application("m1").state().stage()).isEqualTo(APPLIED);
            assertThat(application("m2").state().stage()).isEqualTo(INTERVIEW);
            return change;
        });
    }

    @Test
    void aCorrectedStageSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.correctStage(id("m3"), SCREENING, LocalDate.of(2026, 3, 20));
            var state = application("m3").state();
            assertThat(state.stage()).isEqualTo(SCREENING);
            assertThat(state.lastStageChange())
                    .contains(LocalDate.of(2026, 3, 20)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
            return change;
        });
    }

    @Test
    void whatAPersonSaysOfAMailSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.correctMail(4, Optional.of(OFFER));
            assertThat(application("m3").state().stage()).isEqualTo(OFFER);
            assertThat(application("m3").company()).isEqualTo("Globex");
            assertThat(application("m3").timeline().getLast().byHand()).isTrue();
            return change;
        });
    }

    @Test
    void aMailCanSayNothing() {
        survives(() -> {
            var change = desk.correctMail(4, Optional.empty());
            assertThat(application("m3").state().stage()).isEqualTo(APPLIED);
            assertThat(application("m3").timeline().getLast().kind()).isEqualTo(TimelineEntry.Kind.WORD);
            return change;
        });
    }

    @Test
    void aNewNameSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.rename(id("m5"), "Initech Europe", "Tester");
            assertThat(application("m5").company()).isEqualTo("Initech Europe");
            assertThat(application("m5").role()).isEqualTo("Tester");
            return change;
        });
    }

    @Test
    void aDismissedOneStaysAwayThroughTenRescansUntilTakenBack() {
        survives(() -> {
            var change = desk.dismiss(id("m1"));
            assertThat(ids()).containsExactly("m3", "m5");
            return change;
        });
    }

    @Test
    void aFollowUpElsewhereSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.followedUp(id("m5"), Letter.day(30));
            assertThat(application("m5").state().followUps()).isEqualTo(1);
            assertThat(application("m5").state().lastSent()).contains(Letter.day(30));
            return change;
        });
    }

    @Test
    void oneAddedByHandSurvivesTenRescansAndIsTakenBack() {
        survives(() -> {
            var change = desk.add(new NewApplication(
                    "Umbra",
                    "Baker",
                    SCREENING,
                    LocalDate.of(2026, 3, 3),
                    ApplicationSource.REFERRAL,
                    "met at a fair"));
            var added = applications().stream()
                    .filter(one -> one.id().origin() == Provenance.PERSON)
                    .findFirst()
                    .orElseThrow();
            assertThat(added.company()).isEqualTo("Umbra");
            assertThat(added.source()).isEqualTo(ApplicationSource.REFERRAL);
            assertThat(added.state().stage()).isEqualTo(SCREENING);
            assertThat(added.timeline().getFirst().title()).isEqualTo("met at a fair");
            return change;
        });
    }

    @Test
    void laterMailMovesACorrectedApplicationOn() {
        store(search());
        desk.correctStage(id("m1"), REJECTED, LocalDate.of(2026, 3, 10));

        store(Letter.of(6, 20, OFFER, "Acme", "Cook"));
        assertThat(application("m1").state().stage()).isEqualTo(REJECTED);
        store(Letter.of(7, 41, OFFER, "Acme", "Cook"));
        assertThat(application("m1").state().stage()).isEqualTo(OFFER);
    }

    @Test
    void mailOfOneAddedByHandJoinsIt() {
        desk.add(new NewApplication(
                "Umbra", "Baker", APPLIED, LocalDate.of(2026, 3, 3), ApplicationSource.REFERRAL, ""));
        store(Letter.of(1, 9, INTERVIEW, "Umbra Inc.", "Baker"));

        assertThat(applications()).hasSize(1);
        assertThat(applications().getFirst().id().origin()).isEqualTo(Provenance.PERSON);
        assertThat(applications().getFirst().state().stage()).isEqualTo(INTERVIEW);
    }

    @Test
    void aDecisionFollowsItsMailWhereverItIsJoined() {
        store(search());
        desk.correctStage(id("m5"), OFFER, LocalDate.of(2026, 3, 20));

        rescan(Letter.of(5, 10, APPLIED, "Globex", "Clerk"));

        assertThat(ids()).containsExactly("m1", "m3");
        assertThat(application("m3").state().stage()).isEqualTo(OFFER);
        assertThat(desk.joined().find(id("m5"))).contains(application("m3"));
    }

    @Test
    void decisionsOfSomebodyElseDoNotCount() {
        store(search());
        new JdbcApplicationDecisions(database, "somebody", clock)
                .add(new ApplicationDecision.Dismiss(Set.of(id("m1"))));

        assertThat(ids()).containsExactly("m1", "m3", "m5");
    }

    @Test
    void applicationsAtAnEmployerAreFoundByNameAndByDomain() {
        store(search());

        assertThat(desk.at("ACME GmbH"))
                .extracting(one -> one.application().id())
                .containsExactly(id("m1"));
        assertThat(desk.at("mail.acme.example"))
                .extracting(one -> one.application().id())
                .containsExactly(id("m1"));
        assertThat(desk.at("ann@acme.example")).hasSize(1);
        assertThat(desk.at("gmail.com")).isEmpty();
        assertThat(desk.at("")).isEmpty();
    }

    @Test
    void warehouseRowsAreApplicationsToo() {
        store(search());
        rows.replace(List.of(new WarehouseRow(
                "77",
                "workday",
                "Vandel",
                Letter.ME,
                Optional.of(INTERVIEW),
                Optional.of(Letter.day(8)),
                Optional.empty(),
                Optional.of("Baker"))));

        var added = applications().stream()
                .filter(one -> one.company().equals("Vandel"))
                .findFirst()
                .orElseThrow();
        assertThat(added.id().origin()).isEqualTo(Provenance.WAREHOUSE);
        assertThat(added.state().stage()).isEqualTo(INTERVIEW);
        assertThat(added.timeline().getFirst().provenance()).isEqualTo(Provenance.WAREHOUSE);
    }

    @Test
    void whatCannotBeIsRefused() {
        store(search());

        assertThatThrownBy(() -> desk.dismiss(id("m77"))).isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> desk.correctMail(77, Optional.of(Stage.OFFER)))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> desk.merge(id("m1"), id("m2"))).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.split(id("m1"), Set.of(1L, 2L))).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.split(id("m1"), Set.of(3L))).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.add(new NewApplication(
                        " ", "Cook", APPLIED, LocalDate.of(2026, 3, 3), ApplicationSource.DIRECT, "")))
                .isInstanceOf(CountersignException.Invalid.class);
        assertThat(decisions.all()).isEmpty();
    }
}
