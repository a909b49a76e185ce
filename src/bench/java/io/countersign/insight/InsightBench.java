package io.countersign.insight;

import io.countersign.approval.jdbc.JdbcByHandLog;
import io.countersign.approval.jdbc.JdbcDecisionRepository;
import io.countersign.approval.trust.TrustBook;
import io.countersign.approval.trust.TrustDesk;
import io.countersign.approval.trust.TrustService;
import io.countersign.approval.trust.jdbc.JdbcTrustLog;
import io.countersign.insight.jdbc.JdbcBehindMails;
import io.countersign.insight.jdbc.JdbcPolicyCounts;
import io.countersign.insight.jdbc.JdbcRecount;
import io.countersign.insight.recall.RecallService;
import io.countersign.insight.recall.jdbc.JdbcRecallRecords;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Measures how long statistics take to open with 1,000,000 decisions of 50 policies, ten at a time, over three years and 20,000
 * pending proposals. Arguments: {@code h2} or {@code postgres}, and the number of decisions. Prints milliseconds.
 */
public final class InsightBench {
    /** Whose decisions they are. */
    public static final String USER = "bench";

    private static final int POLICIES = 50;
    private static final int PENDING = 20_000;
    private static final int TOGETHER = 10;
    private static final int RUNS = 20;
    private static final int CHUNK = 10_000;
    private static final double THREE_YEARS = 3 * 365 * 86_400.0;
    /** When the newest was made. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneId.of("Europe/Berlin"));

    private InsightBench() {}

    public static void main(String[] arguments) throws IOException {
        var kind = arguments.length > 0 ? arguments[0] : "h2";
        int decisions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        if (kind.equals("postgres")) {
            try (var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start()) {
                run(
                        new DatabaseSettings.Remote(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"),
                        decisions);
            }
        } else {
            var home = Files.createTempDirectory("countersign-bench");
            try {
                run(new DatabaseSettings.Embedded(home.resolve("db")), decisions);
            } finally {
                delete(home);
            }
        }
    }

    private static void run(DatabaseSettings settings, int decisions) {
        try (var database = Database.open(settings)) {
            fill(new Statements(database), decisions);
            once("recount", () -> System.out.println("  " + job(database).run(Progress.none())));
            once("recount again", () -> System.out.println("  " + job(database).run(Progress.none())));
        }
        try (var database = Database.open(settings)) {
            var desk = desk(database);
            once("first snapshot after opening, all", () -> desk.snapshot(OptionalInt.empty()));
            for (int days : new int[] {7, 30, 90}) {
                many("snapshot of " + days + " days", () -> desk.snapshot(OptionalInt.of(days)));
            }
            many("snapshot of all", () -> desk.snapshot(OptionalInt.empty()));
            var batches = new JdbcDecisionRepository(database, USER);
            many("all steps", () -> batches.steps(Instant.EPOCH));
            many("steps of 30 days", () -> batches.steps(CLOCK.instant().minus(Duration.ofDays(30))));
            var trust = trust(database);
            once("first reading of trust", trust::all);
            many("trust of all policies", trust::all);
            many("mails behind fired", () -> desk.mails(new Behind.Fired(7), OptionalInt.empty(), 200));
            many("mails behind approved", () -> desk.mails(new Behind.Decided(7, true), OptionalInt.empty(), 200));
            many("mails behind a bin", () -> desk.mails(new Behind.Confidence(0.9, 1), OptionalInt.empty(), 200));
        }
    }

    /** What counts the logs. */
    public static PolicyStatsJob job(Database database) {
        var books = new PolicyStatsJob.Books(
                new JdbcRecount(database), recall(database), new JdbcDecisionRepository(database, USER), database);
        return new PolicyStatsJob(USER, books, CLOCK);
    }

    private static RecallService recall(Database database) {
        return new RecallService(
                new JdbcRecallRecords(database, USER),
                new RecallService.Books(
                        new JdbcMessageRepository(database),
                        new JdbcPolicyRepository(database, CLOCK, USER),
                        new JdbcByHandLog(database, USER),
                        new JdbcDecisionRepository(database, USER),
                        database),
                1,
                CLOCK);
    }

    /** What the app puts together for Insights. */
    public static InsightDesk desk(Database database) {
        var counts = new JdbcPolicyCounts(database, CLOCK);
        return new InsightService(
                USER,
                new InsightService.Records(
                        counts,
                        new JdbcBehindMails(database, CLOCK.getZone()),
                        recall(database),
                        new JdbcUserWeights(database, CLOCK),
                        new JdbcMessageRepository(database)),
                new PolicyStatisticsService(counts, recall(database), CLOCK),
                CLOCK);
    }

    /** What the app puts together for trust. */
    public static TrustDesk trust(Database database) {
        var policies = new JdbcPolicyRepository(database, CLOCK, USER);
        var log = new JdbcTrustLog(database, USER);
        return new TrustService(database, policies, log, new TrustBook(database, policies, log, CLOCK, 1), CLOCK);
    }

    /** Fills an empty database. */
    public static void fill(Statements sql, int decisions) {
        sql.update(
                "insert into policy (version, name, reason, enabled, priority, condition_json, action, params,"
                        + " confidence_threshold, include_protected) select 0, concat('Policy ', n), '', true, n, '{}',"
                        + " 'archive_email', '{}', 0.7, false from generate_series(1, ?) g (n)",
                POLICIES - 5); // five were removed since
        once("proposals", () -> inParts(sql, decisions + PENDING, decisions, InsightBench::proposals));
        sql.update("insert into ledger (user_id) values (?)", USER);
        once("batches", () -> inParts(sql, decisions / TOGETHER + 1, decisions, InsightBench::batches));
        once("decisions", () -> inParts(sql, decisions, decisions, InsightBench::decisions));
        once("firings", () -> inParts(sql, decisions, decisions, InsightBench::firings));
    }

    private interface Part {
        void insert(Statements sql, List<Integer> ids, int decisions);
    }

    /** In transactions of some thousand rows, with ids of their own: one large one writes an embedded file many times over. */
    private static void inParts(Statements sql, int count, int decisions, Part part) {
        for (int from = 1; from <= count; from += CHUNK) {
            var ids = IntStream.rangeClosed(from, Math.min(count, from + CHUNK - 1))
                    .boxed()
                    .toList();
            sql.inTransaction(() -> {
                part.insert(sql, ids, decisions);
                return true;
            });
        }
    }

    private static void proposals(Statements sql, List<Integer> ids, int decisions) {
        sql.batch(
                "insert into proposal (id, user_id, version, status, message_id, message_version, policy_id, policy_version,"
                        + " policy_name, action, params, params_key, confidence, prior, from_name, from_email, subject, received_at,"
                        + " created_at) values (?, ?, 0, ?, ?, 0, ?, 0, ?, 'archive_email', '{}', '', ?, ?, 'Sender',"
                        + " 'someone@host.example', 'Subject', ?, ?)",
                ids,
                (to, id) -> to.add(id)
                        .add(USER)
                        .add(id > decisions ? "pending" : id % 10 == 0 ? "rejected" : "executed")
                        .add(id)
                        .add(1 + id % POLICIES)
                        .add("Policy " + (1 + id % POLICIES))
                        .add(confidence(id))
                        .add(confidence(id))
                        .add(CLOCK.instant())
                        .add(CLOCK.instant()));
    }

    private static void batches(Statements sql, List<Integer> ids, int count) {
        sql.batch(
                "insert into batch (id, user_id, decided_at, approve, by_action, failed, carried_out)"
                        + " values (?, ?, ?, true, ?, 0, true)",
                ids,
                (to, id) -> to.add(id).add(USER).add(at(id * TOGETHER, count)).add("archive_email " + TOGETHER));
    }

    private static void decisions(Statements sql, List<Integer> ids, int count) {
        sql.batch(
                "insert into decision (batch_id, proposal_id, user_id, decided_at, approve, policy_id, message_id,"
                        + " action, sender, features, confidence) values (?, ?, ?, ?, ?, ?, ?, 'archive_email', ?, ?, ?)",
                ids,
                (to, id) -> to.add(1 + id / TOGETHER)
                        .add(id)
                        .add(USER)
                        .add(at(id, count))
                        .add(id % 10 != 0)
                        .add(1 + id % POLICIES)
                        .add(id)
                        .add("someone@host" + id % 1000 + ".example")
                        .add("category:promotion\nsender_domain:host" + id % 1000 + ".example")
                        .add(confidence(id)));
    }

    private static void firings(Statements sql, List<Integer> ids, int count) {
        sql.batch(
                "insert into policy_firing (id, user_id, policy_id, fired_at, fired) values (?, ?, ?, ?, 1)",
                ids,
                (to, id) -> to.add(id).add(USER).add(1 + id % POLICIES).add(at(id, count)));
    }

    private static Instant at(int id, int count) {
        return CLOCK.instant().minusSeconds((long) ((count - id) * (THREE_YEARS / count)));
    }

    private static double confidence(int id) {
        return 0.01 + id % 99 / 100.0;
    }

    private static void once(String name, Runnable work) {
        var cpu = ManagementFactory.getThreadMXBean();
        long worked = cpu.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms, of which %.0f on the processor%n",
                name,
                (System.nanoTime() - start) / 1e6,
                (cpu.getCurrentThreadCpuTime() - worked) / 1e6);
    }

    private static void many(String name, Runnable work) {
        var cpu = ManagementFactory.getThreadMXBean();
        var nanos = new long[RUNS];
        long worked = cpu.getCurrentThreadCpuTime();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        worked = cpu.getCurrentThreadCpuTime() - worked;
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: first %.1f, median %.1f, slowest %.1f ms; %.1f ms on the processor each%n",
                name,
                first / 1e6,
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS - 1] / 1e6,
                worked / 1e6 / RUNS);
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
