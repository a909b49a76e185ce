package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyService;
import io.countersign.policy.simulation.Simulation;
import io.countersign.policy.simulation.SimulationService;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened before: what a simulation says would be proposed is what is proposed once the drafts are saved. */
abstract class SimulationPropertyContract {
    private static final int MAILS = 24;
    private static final int ROUNDS = 12;
    private static final List<Category> CATEGORIES =
            List.of(Category.PROMOTION, Category.RECEIPT, Category.NEWSLETTER, Category.SUSPICIOUS);
    private static final List<Action> ACTIONS = List.of(
            new Action.Archive(),
            new Action.Label("Shops"),
            new Action.MoveToFolder("Shops"),
            new Action.MarkRead(),
            new Action.BlockSender(),
            new Action.CreateTask(Optional.of("Look"), Optional.empty()));
    private static final List<String> CONDITIONS = List.of(
            "{\"eq\":[\"category\",\"promotion\"]}",
            "{\"in\":[\"category\",[\"receipt\",\"newsletter\"]]}",
            "{\"contains\":[\"from\",\"shop1\"]}",
            "{\"not\":{\"contains\":[\"from\",\"shop2\"]}}",
            "{\"all\":[{\"eq\":[\"unread\",true]},{\"gt\":[\"ageDays\",5]}]}",
            "{\"any\":[{\"eq\":[\"folder\",\"INBOX\"]},{\"regex\":[\"subject\",\"1[0-9]\"]}]}",
            "{\"eq\":[\"starred\",true]}",
            "{\"all\":[]}");

    abstract Database open();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsPreviewedIsWhatIsThenProposed(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open())) {
            desk.store(LongStream.rangeClosed(1, MAILS)
                    .mapToObj(id -> mail(id, random))
                    .toArray(Message[]::new));
            var policies = new PolicyService(desk.policies, desk.database);
            var simulator = new SimulationService(
                    desk.messages,
                    desk.policies,
                    new PastProposals(desk.store.proposals(), desk.store.journal()),
                    desk.clock);
            for (int round = 0; round < ROUNDS; round++) {
                live(desk, policies, random);
                var drafts = drafts(policies.all(), random);
                var simulation = simulator.simulate(drafts, Progress.none());
                check(desk, policies, simulation, drafts);
            }
        }
    }

    private static Message mail(long id, Random random) {
        var mail = Desk.ofShops(id, CATEGORIES);
        var state = mail.state();
        return mail.withState(new MailboxState(
                state.folder(),
                random.nextInt(6) == 0 ? List.of("Friends") : List.of(),
                List.of(),
                random.nextBoolean(),
                random.nextInt(5) == 0,
                false,
                false));
    }

    /** Some decisions, undone ones, and changes of policies and mail. */
    private static void live(Desk desk, PolicyService policies, Random random) {
        var person = new RandomPerson(desk, random);
        for (int step = random.nextInt(6); step > 0; step--) {
            desk.clock.forward(Duration.ofHours(1));
            switch (random.nextInt(7)) {
                case 0, 1 -> person.approveSome();
                case 2, 3 -> person.rejectSome();
                case 4 -> undo(desk);
                case 5 -> touch(desk, random);
                default -> arrange(policies, random);
            }
        }
        desk.clock.forward(Duration.ofHours(1));
    }

    private static void undo(Desk desk) {
        if (desk.approvals.batches(10).stream()
                .anyMatch(batch -> batch.undoneAt().isEmpty())) {
            desk.approvals.undo(OptionalLong.empty(), Progress.none());
        }
    }

    private static void touch(Desk desk, Random random) {
        var mail = desk.mail(1 + random.nextInt(MAILS));
        desk.messages.updateStates(
                List.of(mail.withState(mail.state().withUnread(!mail.state().unread()))));
    }

    private static void arrange(PolicyService policies, Random random) {
        var ids = new ArrayList<>(policies.all().stream().map(Policy::id).toList());
        java.util.Collections.shuffle(ids, random);
        policies.reorder(ids);
        if (!ids.isEmpty()) {
            policies.enable(ids.getFirst(), random.nextInt(3) > 0);
        }
    }

    /** A few new policies and a few changes of stored ones, among them none at all. */
    private static List<Policy> drafts(List<Policy> stored, Random random) {
        var drafts = new ArrayList<Policy>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            drafts.add(policy(0, 0, random));
        }
        for (var policy : stored) {
            switch (random.nextInt(5)) {
                case 0 -> drafts.add(policy(policy.id(), policy.version(), random));
                case 1 -> drafts.add(policy.withPriority(1 + random.nextInt(5)));
                case 2 -> drafts.add(policy);
                default -> {}
            }
        }
        return drafts;
    }

    private static Policy policy(long id, int version, Random random) {
        return new Policy(
                id,
                version,
                "p" + random.nextInt(1000),
                "",
                random.nextInt(6) > 0,
                1 + random.nextInt(5),
                new PolicyJson().condition(CONDITIONS.get(random.nextInt(CONDITIONS.size()))),
                ACTIONS.get(random.nextInt(ACTIONS.size())),
                0.7,
                random.nextInt(3) == 0);
    }

    private record Key(long policy, long mail, Action action) {}

    private static void check(Desk desk, PolicyService policies, Simulation simulation, List<Policy> drafts) {
        var before = pending(desk);
        var saved = new HashMap<Long, Simulation.Forecast>();
        for (int i = 0; i < drafts.size(); i++) {
            saved.put(policies.save(drafts.get(i)).id(), simulation.forecasts().get(i));
        }
        desk.propose();
        var created = pending(desk);
        created.removeAll(before);
        var foreseen = new HashSet<Key>();
        saved.forEach((policy, forecast) -> forecast.proposes()
                .forEach(mail ->
                        foreseen.add(new Key(policy, mail, forecast.draft().action()))));
        assertThat(foreseen)
                .isEqualTo(created.stream()
                        .filter(key -> saved.containsKey(key.policy()))
                        .collect(Collectors.toSet()));
        assertThat(simulation.evaluated()).isEqualTo(MAILS);
    }

    private static java.util.Set<Key> pending(Desk desk) {
        return desk.approvals.pending().stream()
                .map(row -> new Key(row.policyId(), row.messageId(), row.action()))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void pastDecisionsAreJudgedAsTheyWere(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open())) {
            desk.store(LongStream.rangeClosed(1, MAILS)
                    .mapToObj(id -> Desk.mail(id, CATEGORIES.get((int) (id % 4)), "news@shop.example"))
                    .toArray(Message[]::new));
            var policy = desk.archivePromotions();
            desk.propose();
            desk.clock.forward(Duration.ofDays(1));
            var ids = desk.pendingIds();
            var approved = new RandomPerson(desk, random).some(ids);
            desk.approvals.approve(approved, Progress.none());
            var rejected = ids.stream().filter(id -> !approved.contains(id)).toList();
            desk.approvals.reject(rejected, Progress.none());
            var simulator = new SimulationService(
                    desk.messages,
                    desk.policies,
                    new PastProposals(desk.store.proposals(), desk.store.journal()),
                    desk.clock);

            var same = simulator
                    .simulate(List.of(policy), Progress.none())
                    .forecasts()
                    .getFirst();
            var other = simulator
                    .simulate(
                            List.of(policy.withCondition(new PolicyJson().condition(CONDITIONS.get(1)))),
                            Progress.none())
                    .forecasts()
                    .getFirst();

            assertThat(same.agree().decisions()).isEqualTo(approved.size());
            assertThat(same.disagree().decisions()).isEqualTo(rejected.size());
            assertThat(same.precision().orElseThrow().value()).isEqualTo(approved.size() / (double) ids.size());
            assertThat(other.agree().decisions()).isEqualTo(rejected.size());
            assertThat(other.disagree().decisions()).isEqualTo(approved.size());
            assertThat(other.precision()).isEmpty();
        }
    }

    @Test
    void aRejectionCountsAfterTheMailWasProposedAgainUntilItIsTakenBack() {
        try (var desk = new Desk(open())) {
            desk.store(Desk.mail(1, Category.PROMOTION, "a@shop.example"));
            desk.archivePromotions();
            desk.propose();
            var rejected = desk.approvals.reject(desk.pendingIds(), Progress.none());
            desk.clock.forward(Duration.ofDays(1));
            var all = new PolicyJson().condition("{\"all\":[]}");
            var second = new PolicyService(desk.policies, desk.database)
                    .save(new Policy(0, 0, "second", "", true, 1, all, new Action.Archive(), 0.7, false));
            desk.propose();
            assertThat(desk.pendingIds()).hasSize(1);
            var simulator = new SimulationService(
                    desk.messages,
                    desk.policies,
                    new PastProposals(desk.store.proposals(), desk.store.journal()),
                    desk.clock);

            assertThat(disagreeing(simulator, second)).isEqualTo(1);

            desk.approvals.undo(OptionalLong.of(rejected.batch()), Progress.none());
            assertThat(disagreeing(simulator, second)).isZero();
        }
    }

    private static long disagreeing(SimulationService simulator, Policy policy) {
        return simulator
                .simulate(List.of(policy), Progress.none())
                .forecasts()
                .getFirst()
                .disagree()
                .decisions();
    }

    @Test
    void anEarlierDraftTakesMailFromAStoredPolicy() {
        try (var desk = new Desk(open())) {
            desk.store(
                    Desk.mail(1, Category.PROMOTION, "a@shop.example"),
                    Desk.mail(2, Category.RECEIPT, "a@shop.example"));
            var stored = desk.archivePromotions();
            var simulator = new SimulationService(
                    desk.messages,
                    desk.policies,
                    new PastProposals(desk.store.proposals(), desk.store.journal()),
                    desk.clock);
            var all = new PolicyJson().condition("{\"all\":[]}");
            var first = new Policy(0, 0, "first", "", true, 1, all, new Action.MarkRead(), 0.7, false);

            var forecasts = simulator
                    .simulate(List.of(first, first.withPriority(900)), Progress.none())
                    .forecasts();

            assertThat(forecasts.getFirst().takesFrom()).isEqualTo(Map.of(stored.id(), 1L));
            assertThat(forecasts.getFirst().losesTo()).isEmpty();
            assertThat(forecasts.getFirst().proposes()).containsExactly(1L, 2L);
            assertThat(forecasts.getLast().losesTo()).isEqualTo(Map.of(-1L, 2L));
            assertThat(forecasts.getLast().matched()).isEqualTo(2);
        }
    }
}
