package io.countersign.policy.simulation;

import io.countersign.approval.PastProposals;
import io.countersign.approval.jdbc.JdbcApprovalStore;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.policy.Action;
import io.countersign.policy.DefaultPolicies;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.jdbc.JdbcPolicyRepository;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures live counting and simulation on the mail of a home; arguments: the home, whose proposals, how many policies. The
 * values that the conditions compare come from that mail.
 */
public final class SimulationBench {
    private static final List<String> TYPED = List.of(
            "{\"eq\":[\"category\",\"promotion\"]}",
            "{\"contains\":[\"subject\",\"meet\"]}",
            "{\"contains\":[\"preview\",\"meet\"]}",
            "{\"contains\":[\"from\",\"enron\"]}",
            "{\"contains\":[\"to\",\"enron\"]}",
            "{\"gt\":[\"ageDays\",30]}",
            "{\"regex\":[\"subject\",\"(?i)invoice #?[0-9]+\"]}",
            "{\"regex\":[\"subject\",\"^(Re|Fw): .*[0-9]{3}\"]}",
            "{\"regex\":[\"from\",\"(?i)^[a-z]+\\\\.[a-z]+@\"]}",
            "{\"regex\":[\"preview\",\"(?i)meeting (at|on) [a-z]+day\"]}",
            "{\"regex\":[\"preview\",\"\\\\d{1,2}:\\\\d\\\\d ?[ap]m\"]}",
            "{\"regex\":[\"preview\",\"(a+)+b\"]}",
            "{\"all\":[{\"contains\":[\"preview\",\"meet\"]},{\"not\":{\"eq\":[\"unread\",true]}},{\"contains\":[\"subject\",\"gas\"]}]}");

    private SimulationBench() {}

    public static void main(String[] arguments) {
        var clock = Clock.systemUTC();
        var user = arguments[1];
        try (var database = Database.open(
                new DatabaseSettings.Embedded(Path.of(arguments[0]).resolve("countersign")))) {
            var messages = new JdbcMessageRepository(database);
            live(new LiveMatchService(messages, new JdbcMailChanges(database), clock));
            var store = JdbcApprovalStore.of(database, user, clock.getZone());
            var simulator = new SimulationService(
                    messages,
                    new JdbcPolicyRepository(database, clock, user),
                    new PastProposals(store.proposals(), store.journal()),
                    clock);
            var drafts = drafts(
                    new LiveMatchService(messages, new JdbcMailChanges(database), clock),
                    Integer.parseInt(arguments[2]));
            for (int round = 0; round < 3; round++) {
                var result = timed("simulate " + drafts.size(), () -> simulator.simulate(drafts, Progress.none()));
                System.out.println(result.evaluated() + " mails, "
                        + result.forecasts().stream()
                                .mapToLong(Simulation.Forecast::matched)
                                .sum()
                        + " matches, "
                        + result.forecasts().stream()
                                .mapToLong(forecast -> forecast.proposes().size())
                                .sum()
                        + " proposals");
            }
        }
    }

    private static void live(LiveMatches live) {
        long before = used();
        timed("first question, which loads", () -> matches(live, "{\"eq\":[\"unread\",true]}"));
        System.out.println("held: " + (used() - before) / 1_000_000 + " MB");
        for (int round = 0; round < 3; round++) {
            for (var typed : TYPED) {
                // Another text each time, as while typing: nothing is remembered.
                var fresh = typed.replace("meet", "meet".substring(0, 2 + round))
                        .replace("enron", "enron".substring(0, 3 + round))
                        .replace("(?i)", "(?i)" + "(?:)".repeat(round));
                timed(fresh, () -> matches(live, fresh));
            }
        }
        timed("complete from", () -> live.complete(MessageFields.named("from"), "k", 10));
        timed("complete from again", () -> live.complete(MessageFields.named("from"), "ka", 10));
        timed("complete subject", () -> live.complete(MessageFields.named("subject"), "re", 10));
    }

    private static MatchPreview matches(LiveMatches live, String condition) {
        return live.matches(new PolicyJson().condition(condition), 50, Progress.none());
    }

    private static List<Policy> drafts(LiveMatches live, int count) {
        var random = new Random(1);
        var senders = live.complete(MessageFields.named("from"), "", 5000);
        var subjects = live.complete(MessageFields.named("subject"), "", 5000);
        var policies = new ArrayList<>(DefaultPolicies.load(new PolicyJson()));
        while (policies.size() < count) {
            int i = policies.size();
            var subject = subjects.get(random.nextInt(subjects.size())).replaceAll("[^A-Za-z ]", "") + "zz";
            var condition = """
                {"any":[{"eq":["from","%s"]},{"all":[{"contains":["subject","%s"]},{"gt":["ageDays",%d]},
                 {"not":{"eq":["category","promotion"]}}]},{"regex":["subject","(?i)order #?%d\\\\b"]},
                 {"contains":["preview","%s"]}]}\
                """.formatted(
                            senders.get(random.nextInt(senders.size())).replaceAll("[\\\\\"]", ""),
                            subject.substring(0, Math.min(6, subject.length())),
                            i % 60,
                            i,
                            "word" + i);
            policies.add(new Policy(
                    0,
                    0,
                    "p" + i,
                    "",
                    true,
                    1 + random.nextInt(1000),
                    new PolicyJson().condition(condition),
                    new Action.Label("L" + i % 20),
                    0.7,
                    false));
        }
        return policies.subList(0, count);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long cpu = cpu();
        long start = System.nanoTime();
        var result = work.get();
        long took = System.nanoTime() - start;
        System.out.printf(
                "%s: %.1f ms, %.1f ms of processor time%s%n",
                what,
                took / 1e6,
                (cpu() - cpu) / 1e6,
                result instanceof MatchPreview preview ? " (" + preview.count() + ")" : "");
        return result;
    }

    /** Of the whole process: other work on the machine makes it wait, but hardly adds to this. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
