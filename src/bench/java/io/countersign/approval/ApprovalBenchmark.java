package io.countersign.approval;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.approval.trust.TrustBook;
import io.countersign.approval.trust.jdbc.JdbcTrustLog;
import io.countersign.learning.jdbc.JdbcCalibrationLog;
import io.countersign.learning.jdbc.JdbcUserWeights;
import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.MailReader;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.RawLocation;
import io.countersign.mail.StoredMail;
import io.countersign.mail.Understanding;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/**
 * Measures the loop on an H2 file: proposing for 100,000 mails by 50 policies, reading all pending, single decisions, a batch of
 * 10,000 and its undo. Arguments: the number of mails, and how many of 100 match a policy. Prints milliseconds.
 */
public final class ApprovalBenchmark {
    private static final int POLICIES = 50;
    private static final int SINGLE = 500;
    private static final int BATCH = 10_000;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String WORDS =
            "the position of our team meeting about a project that we discussed last week is open again"
                    + " please have a look at the attached notes and tell me when you have time for a call thank you and best regards";

    private ApprovalBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int share = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        var home = Files.createTempDirectory("countersign-bench");
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("db")))) {
            fill(database, mails, share);
            var messages = new JdbcMessageRepository(database);
            var policies = new JdbcPolicyRepository(database, Clock.systemUTC(), "bench");
            policies.add(policies());
            var workspace = new Workspace("bench", Clock.systemUTC(), database, messages, policies);
            var approvals = new ApprovalService(
                    workspace,
                    JdbcApprovalStore.of(database, "bench", java.time.ZoneOffset.UTC),
                    Learning.standard(
                            new JdbcUserWeights(database, Clock.systemUTC()), new JdbcCalibrationLog(database)),
                    ActionExecutors.local(new NoMail()),
                    new TrustBook(database, policies, new JdbcTrustLog(database, "bench"), Clock.systemUTC(), 1));
            measure(approvals);
        } finally {
            delete(home);
        }
    }

    private static void measure(ApprovalService approvals) {
        var proposed = timed("propose", () -> approvals.propose(_ -> true, Long.MAX_VALUE, false, Progress.none()));
        System.out.println("  " + proposed);
        timed("propose again", () -> approvals.propose(_ -> true, Long.MAX_VALUE, false, Progress.none()));
        timed("pending", approvals::pending);
        timed("pending again", approvals::pending);
        timed("tray(20)", () -> approvals.tray(20));
        timed("pendingCount", approvals::pendingCount);
        var ids =
                new ArrayList<>(approvals.pending().stream().map(PendingRow::id).toList());
        single(approvals, ids.subList(0, SINGLE));
        timed("pending with what was learned", approvals::pending);
        timed(
                "propose again with what was learned",
                () -> approvals.propose(_ -> true, Long.MAX_VALUE, false, Progress.none()));
        var many = ids.subList(SINGLE, Math.min(ids.size(), SINGLE + BATCH));
        var result = timed("approve " + many.size(), () -> approvals.approve(many, Progress.none()));
        System.out.println("  executed " + result.executed());
        timed("undo " + many.size(), () -> approvals.undo(OptionalLong.empty(), Progress.none()));
        timed("reject " + many.size(), () -> approvals.reject(many, Progress.none()));
    }

    private static void single(ApprovalService approvals, List<Long> ids) {
        var cpu = ManagementFactory.getThreadMXBean();
        var nanos = new long[ids.size()];
        var worked = new long[ids.size()];
        for (int i = 0; i < nanos.length; i++) {
            var one = List.of(ids.get(i));
            long start = System.nanoTime();
            long before = cpu.getCurrentThreadCpuTime();
            if (i % 2 == 0) {
                approvals.approve(one, Progress.none());
            } else {
                approvals.reject(one, Progress.none());
            }
            nanos[i] = System.nanoTime() - start;
            worked[i] = cpu.getCurrentThreadCpuTime() - before;
        }
        print("one decision", nanos);
        print("  on the processor", worked);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f, p99 %.2f, max %.2f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T timed(String name, Work<T> work) {
        var cpu = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long worked = cpu.getCurrentThreadCpuTime();
        var result = work.run();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms, of which %.0f ms on the processor%n",
                name,
                (System.nanoTime() - start) / 1e6,
                (cpu.getCurrentThreadCpuTime() - worked) / 1e6);
        return result;
    }

    private static List<Policy> policies() {
        var json = new PolicyJson();
        var policies = new ArrayList<Policy>();
        for (int i = 0; i < POLICIES - 2; i++) {
            var condition = json.condition("""
                    {"all":[{"eq":["category","newsletter"]},{"gt":["ageDays",%d]},{"any":[
                      {"contains":["subject","invoice %d"]},{"regex":["from","^no-?reply@shop%d\\\\."]},{"gte":["riskScore",90]}]}]}""".formatted(i, i, i));
            policies.add(policy("Rule " + i, i + 1, json, json.print(condition), new Action.Archive()));
        }
        policies.add(policy(
                "Old promotions",
                900,
                json,
                "{\"all\":[{\"eq\":[\"category\",\"promotion\"]},{\"gte\":[\"ageDays\",0]}]}",
                new Action.Archive()));
        policies.add(
                policy("Receipts", 901, json, "{\"eq\":[\"category\",\"receipt\"]}", new Action.Label("Receipts")));
        return policies;
    }

    private static Policy policy(String name, int priority, PolicyJson json, String condition, Action action) {
        return new Policy(0, 0, name, "It is old.", true, priority, json.condition(condition), action, 0.7, false);
    }

    private static void fill(Database database, int mails, int share) {
        var random = new Random(42);
        var store = new JdbcMailStore(database);
        var page = new ArrayList<StoredMail>();
        for (int id = 1; id <= mails; id++) {
            page.add(new StoredMail(
                    message(id, share, random),
                    UUID.nameUUIDFromBytes(String.valueOf(id).getBytes(StandardCharsets.UTF_8)),
                    new RawLocation(0, 0, 0),
                    List.of()));
            if (page.size() == 1000 || id == mails) {
                var full = List.copyOf(page);
                database.inTransaction((Runnable) () -> store.insert(full));
                page.clear();
            }
        }
    }

    private static Message message(int id, int share, Random random) {
        var matches = random.nextInt(100) < share;
        var category = matches
                ? random.nextInt(5) == 0 ? Category.RECEIPT : Category.PROMOTION
                : random.nextInt(2) == 0 ? Category.NEWSLETTER : Category.PERSONAL;
        int from = random.nextInt(WORDS.length() / 2);
        var envelope = new Envelope(
                "m" + id + "@example.org",
                "local",
                new Address("Sender " + id % 1000, "someone@host" + id % 1000 + ".example"),
                List.of(new Address("", "me@example.org")),
                id % 3 == 0 ? Optional.of("list" + id % 200 + ".example.org") : Optional.empty(),
                "Subject number " + id + " with some words",
                NOW.minus(Duration.ofMinutes(id * 7L)),
                WORDS.substring(from),
                false,
                true,
                4000);
        var none = Understanding.unknown();
        var understanding = new Understanding(
                category,
                0.9,
                List.of(new Understanding.Evidence("words", "sale ends today", 1.2)),
                random.nextInt(40),
                List.of(),
                none.expiresAt(),
                none.eventAt(),
                none.ats(),
                none.receipts());
        var state = new MailboxState("INBOX", List.of(), List.of(), true, false, false, false);
        return new Message(id, id, 0, envelope, state, understanding);
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class NoMail implements MailReader {
        @Override
        public Optional<ParsedMail> read(long messageId) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> raw(long messageId) {
            return Optional.empty();
        }
    }
}
