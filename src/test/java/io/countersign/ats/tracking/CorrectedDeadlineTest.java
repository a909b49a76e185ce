package io.countersign.ats.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.RankedApplication;
import io.countersign.ats.TimelineEntry;
import io.countersign.ats.jdbc.JdbcApplicationDecisions;
import io.countersign.ats.jdbc.JdbcWarehouseRows;
import io.countersign.ats.joining.Letter;
import io.countersign.ats.odds.RiskRanking;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcAtsMails;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The day by which a mail awaits an answer stays known, whatever a person says of its stage meanwhile. */
class CorrectedDeadlineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

    private final Database database = TestDatabases.h2();
    private final Clock clock = Clock.fixed(Letter.day(40), ZoneOffset.UTC);
    private final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    private final ApplicationService desk = new ApplicationService(
            new ApplicationService.Books(
                    new JdbcAtsMails(database, messages, clock),
                    messages,
                    new JdbcApplicationDecisions(database, "me", clock),
                    new JdbcWarehouseRows(database, "me", clock),
                    database),
            new RiskRanking(ZoneOffset.UTC),
            clock);

    @AfterEach
    void close() {
        database.close();
    }

    private static Message withDeadline(Letter letter) {
        var message = letter.message();
        return message.withUnderstanding(message.understanding()
                .withAts(message.understanding().ats().map(CorrectedDeadlineTest::withDeadline)));
    }

    private static AtsFacts withDeadline(AtsFacts facts) {
        return new AtsFacts(
                facts.system(),
                facts.applicationId(),
                facts.finding(),
                facts.lastStageChange(),
                facts.interviewDate(),
                facts.company(),
                facts.role(),
                facts.ghostingRisk(),
                facts.invite(),
                Optional.of(DAY));
    }

    private void store(Letter letter) {
        new JdbcMailStore(database).insert(List.of(TestMail.stored(withDeadline(letter))));
    }

    private Optional<LocalDate> shown() {
        return desk.applications().stream()
                .map(RankedApplication::application)
                .flatMap(application -> application.timeline().stream())
                .map(TimelineEntry::deadline)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean awaits(Optional<Stage> stage) {
        return stage.filter(one -> one == Stage.OFFER || one == Stage.ASSESSMENT)
                .isPresent();
    }

    @Test
    void itIsShownAgainOnceTheStageAwaitsSomethingAgain() {
        store(Letter.of(1, 5, Stage.OFFER, "Acme", "Cook"));
        assertThat(shown()).contains(DAY);

        desk.correctMail(1, Optional.of(Stage.HIRED));
        assertThat(shown()).isEmpty();

        desk.correctMail(1, Optional.of(Stage.OFFER));
        assertThat(shown()).contains(DAY);
    }

    @Test
    void anUnsureMailHasItOnceThePersonSaysWhatItIs() {
        store(Letter.of(1, 5).company("Acme").unsure(Stage.REJECTED, Stage.OFFER));
        assertThat(shown()).isEmpty();

        desk.correctMail(1, Optional.of(Stage.OFFER));
        assertThat(shown()).contains(DAY);
    }

    @Test
    void itIsShownExactlyWhereTheStageAwaitsSomethingWhateverWasSaidBefore() {
        var random = new Random(77);
        var stages = new ArrayList<Optional<Stage>>();
        stages.add(Optional.empty());
        List.of(Stage.values()).forEach(stage -> stages.add(Optional.of(stage)));
        store(Letter.of(1, 5, Stage.ASSESSMENT, "Acme", "Cook"));
        for (int round = 0; round < 100; round++) {
            var said = stages.get(random.nextInt(stages.size()));
            desk.correctMail(1, said);
            assertThat(shown()).isEqualTo(Optional.of(DAY).filter(_ -> awaits(said)));
        }
    }
}
