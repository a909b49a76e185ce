package io.countersign.insight.ui;

import io.countersign.approval.ApprovalService;
import io.countersign.approval.Learning;
import io.countersign.approval.Workspace;
import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.insight.InsightBench;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures what the Insights view reads when it opens, in a program that just started, and when the window is changed: with the
 * 1,000,000 decisions of {@link InsightBench} in 100,000 steps. Argument: a folder for the database, which is filled when it does
 * not exist. Prints milliseconds.
 */
public final class InsightOpening {
    private static final int DECISIONS = 1_000_000;

    private InsightOpening() {}

    public static void main(String[] arguments) {
        var home = Path.of(arguments[0]);
        boolean empty = !Files.exists(home);
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("db")))) {
            if (empty) {
                InsightBench.fill(new Statements(database), DECISIONS);
                System.out.println(InsightBench.job(database).run(Progress.none()));
                InsightBench.trust(database).all();
            }
        }
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("db")))) {
            var approvals = approvals(database);
            var reader = reader(database, approvals);
            timed("tray", approvals::pending); // the window opens with it
            timed("read ahead", reader::readAhead); // in the background, when the window has opened
            for (var round : new String[] {"first", "again", "warm"}) {
                for (var window : new Window[] {Window.MONTH, Window.WEEK, Window.QUARTER, Window.ALL}) {
                    timed(round + " " + window, () -> reader.read(window.days()));
                }
            }
            timed("questions", reader::questions);
        }
    }

    private static ApprovalService approvals(Database database) {
        var workspace = new Workspace(
                InsightBench.USER,
                InsightBench.CLOCK,
                database,
                new JdbcMessageRepository(database),
                new JdbcPolicyRepository(database, InsightBench.CLOCK, InsightBench.USER));
        return new ApprovalService(
                workspace,
                JdbcApprovalStore.of(database, InsightBench.USER, InsightBench.CLOCK.getZone()),
                Learning.standard(new JdbcUserWeights(database, InsightBench.CLOCK), new JdbcCalibrationLog(database)),
                ActionExecutors.local(new InMemoryMail()));
    }

    private static InsightReader reader(Database database, ApprovalService approvals) {
        return new InsightReader(
                InsightBench.desk(database),
                Optional.of(InsightBench.trust(database)),
                new InsightReader.Personal(
                        InsightBench.USER,
                        new JdbcUserWeights(database, InsightBench.CLOCK),
                        approvals,
                        new InMemoryMail()),
                InsightBench.CLOCK);
    }

    private static void timed(String name, Runnable work) {
        var cpu = ManagementFactory.getThreadMXBean();
        long worked = cpu.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%-16s %.0f ms, of which %.0f on the processor%n",
                name,
                (System.nanoTime() - start) / 1e6,
                (cpu.getCurrentThreadCpuTime() - worked) / 1e6);
    }
}
