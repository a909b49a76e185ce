package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.MailboxState;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KilledProcessTest {
    private static final int BEFORE_THE_KILL = 40;

    @TempDir
    private Path home;

    @Test
    void aDecisionThatReturnedSurvivesTheDeathOfItsProcess() throws IOException, InterruptedException {
        var decided = decideUntilKilled(KilledDecider.class, home.resolve("db"));

        try (var desk = new Desk(Database.open(new DatabaseSettings.Embedded(home.resolve("db"))))) {
            assertThat(decided).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
            assertThat(decided)
                    .allSatisfy(id -> assertThat(
                                    desk.approvals.find(id).orElseThrow().status())
                            .isEqualTo(ProposalStatus.EXECUTED));

            desk.approvals.resume(Progress.none());

            // The one that was being decided is decided as a whole or not at all.
            long pending = desk.approvals.pendingCount();
            long done = KilledDecider.MAILS - pending;
            assertThat(done).isGreaterThanOrEqualTo(decided.size());
            assertThat(desk.statistics
                            .of(Desk.USER, OptionalInt.empty())
                            .getFirst()
                            .approved())
                    .isEqualTo(done);
            assertThat(archived(desk)).isEqualTo(done);
            assertThat(desk.approvals.batches(Integer.MAX_VALUE)).hasSize((int) done);
        }
    }

    @Test
    void noAutomaticBatchIsLostOrDoubledByTheDeathOfItsProcess() throws IOException, InterruptedException {
        decideUntilKilled(KilledAutomation.class, home.resolve("db"));

        try (var desk = new Desk(Database.open(new DatabaseSettings.Embedded(home.resolve("db"))))) {
            // The program looks at its mail again, as it does after an import that was cut off.
            desk.clock.forward(Duration.ofHours(1));
            desk.approvals.resume(Progress.none());
            desk.propose();

            var sql = new Statements(desk.database);
            long mails = desk.messages.count();
            long asked = desk.approvals.pendingCount();
            long automatic = sql.number("select count(*) from automatic_decision");
            assertThat(mails)
                    .isGreaterThanOrEqualTo(KilledAutomation.EARNS + BEFORE_THE_KILL * KilledAutomation.AT_A_TIME);
            assertThat(asked).isPositive().isLessThan(mails / 4);
            assertThat(automatic).isEqualTo(mails - KilledAutomation.EARNS - asked);
            assertThat(sql.number("select count(distinct proposal_id) from automatic_decision"))
                    .isEqualTo(automatic);
            assertThat(archived(desk)).isEqualTo(mails - asked);
            assertThat(sql.number("select count(*) from effect where state = 'done'"))
                    .isEqualTo(mails - asked);
            assertThat(desk.statistics
                            .of(Desk.USER, OptionalInt.empty())
                            .getFirst()
                            .fired())
                    .isEqualTo(KilledAutomation.EARNS + asked);
        }
    }

    private static long archived(Desk desk) {
        var folders = new ArrayList<String>();
        desk.messages.forEachNewestFirst(message -> folders.add(message.state().folder()));
        return folders.stream().filter(MailboxState.ARCHIVE::equals).count();
    }

    private static List<Long> decideUntilKilled(Class<?> program, Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.getName(),
                        file.toString())
                .redirectError(new File("target", "killed-" + program.getSimpleName() + ".log"))
                .start();
        var decided = new ArrayList<Long>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("decided ")) {
                    decided.add(Long.valueOf(line.substring("decided ".length())));
                }
                if (decided.size() == BEFORE_THE_KILL) {
                    // The handle, since the process itself would close what is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return decided;
    }
}
