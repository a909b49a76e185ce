package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.learning.Calibrator;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.policy.Policy;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is decided and taken back in whatever order: everything is as if only what stands had ever been decided. */
abstract class UndoPropertyContract {
    private static final int MAILS = 12;
    private static final int STEPS = 60;
    private static final List<Category> CATEGORIES =
            List.of(Category.PROMOTION, Category.RECEIPT, Category.NEWSLETTER, Category.SUSPICIOUS);

    private static final List<String> FEATURES = Stream.concat(
                    CATEGORIES.stream().map(category -> "category:" + category.id()),
                    Stream.of(
                            "sender_domain:shop0.example",
                            "sender_domain:shop1.example",
                            "sender_domain:shop2.example"))
            .toList();

    abstract Database open();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySequenceOfDecisionsAndUndosLeavesWhatAReplayOfTheRestGives(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open())) {
            desk.storeOfShops(MAILS, CATEGORIES);
            var initial = states(desk);
            policies(desk);
            for (int step = 0; step < STEPS; step++) {
                step(desk, random);
                assertWeights(desk);
                assertCalibration(desk);
                assertSums(desk);
                assertCounters(desk);
                assertMailbox(desk, initial);
            }
        }
    }

    private static void policies(Desk desk) {
        desk.policy("Archive", 100, "{\"in\":[\"category\",[\"promotion\",\"newsletter\"]]}", new Action.Archive());
        desk.policy("Label", 200, "{\"eq\":[\"category\",\"receipt\"]}", new Action.Label("Receipts"));
        desk.policy(
                "Move", 300, "{\"in\":[\"category\",[\"promotion\",\"receipt\"]]}", new Action.MoveToFolder("Shops"));
        desk.policy("Read", 400, "{\"exists\":[\"subject\",true]}", new Action.MarkRead());
        desk.policy("Block", 50, "{\"eq\":[\"category\",\"suspicious\"]}", new Action.BlockSender());
        desk.policy(
                "Task",
                500,
                "{\"exists\":[\"subject\",true]}",
                new Action.CreateTask(Optional.of("Look at it"), Optional.of(3)));
    }

    private static void step(Desk desk, Random random) {
        desk.clock.forward(Duration.ofMinutes(1 + random.nextInt(20_000)).plusNanos(random.nextInt()));
        var person = new RandomPerson(desk, random);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> desk.propose();
            case 3, 4 -> person.approveSome();
            case 5, 6 -> person.rejectSome();
            case 7 -> {
                var policies = desk.policies.all();
                desk.policies.update(policies.get(random.nextInt(policies.size())));
            }
            default ->
                person.undoAny().ifPresent(undone -> assertThat(undone.kept()).isEmpty());
        }
    }

    /** What is shown of a proposal sums to its confidence, in the list and in its reasons, however much was learned since. */
    private static void assertSums(Desk desk) {
        for (var row : desk.approvals.pending()) {
            var proposal = desk.approvals.find(row.id()).orElseThrow();
            assertThat(proposal.confidence()).isCloseTo(row.confidence(), within(1e-12));
            assertThat(proposal.rationale().terms().stream()
                            .mapToDouble(term -> term)
                            .sum())
                    .isCloseTo(proposal.confidence(), within(1e-9));
        }
    }

    private static void assertWeights(Desk desk) {
        assertThat(desk.weights.of(Desk.USER, FEATURES))
                .isEqualTo(StandingDecision.taughtBy(StandingDecision.of(desk)));
    }

    /** How far confidences can be believed is what a replay of the standing decisions gives, to the last bit. */
    private static void assertCalibration(Desk desk) {
        var calibrator = new Calibrator();
        var samples = desk.calibrations.after(Desk.USER, 0);
        var expected = calibrator.untaught();
        for (var sample : samples) {
            expected = calibrator.taught(expected, sample.action(), sample.prior(), sample.signals(), sample.approve());
        }
        assertThat(new ConfidenceLessons(Desk.USER, Learning.standard(desk.weights, desk.calibrations)).current())
                .isEqualTo(expected);
        assertThat(samples)
                .extracting(sample -> List.of(sample.batch(), sample.proposalId(), sample.approve(), sample.action()))
                .isEqualTo(StandingDecision.of(desk).stream()
                        .map(one -> List.<Object>of(one.batch(), one.proposal(), one.approve(), one.action()))
                        .toList());
    }

    private static void assertCounters(Desk desk) {
        var decisions = StandingDecision.of(desk);
        var sql = new Statements(desk.database);
        for (var stats : desk.statistics.of(Desk.USER, OptionalInt.empty())) {
            long id = stats.policyId();
            assertThat(stats.approved())
                    .isEqualTo(decisions.stream()
                            .filter(one -> one.policy() == id && one.approve())
                            .count());
            assertThat(stats.rejected())
                    .isEqualTo(decisions.stream()
                            .filter(one -> one.policy() == id && !one.approve())
                            .count());
            assertThat(stats.fired())
                    .isEqualTo(sql.number("select coalesce(sum(fired), 0) from policy_firing where policy_id = ?", id));
            assertThat(stats.pending())
                    .isEqualTo(desk.approvals.pending().stream()
                            .filter(row -> row.policyId() == id)
                            .count());
        }
        // In a window that holds everything the logs say the same as the counters.
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.of(10_000)))
                .extracting(stats -> List.of(stats.fired(), stats.approved(), stats.rejected()))
                .isEqualTo(desk.statistics.of(Desk.USER, OptionalInt.empty()).stream()
                        .map(stats -> List.of(stats.fired(), stats.approved(), stats.rejected()))
                        .toList());
    }

    private record Did(long message, Action action) {}

    /** Applies the standing approvals, in order, to the mail as it was imported. */
    private static void assertMailbox(Desk desk, Map<Long, MailboxState> initial) {
        var expected = new HashMap<>(initial);
        var actions = desk.policies.all().stream()
                .map(Policy::action)
                .distinct()
                .collect(Collectors.toMap(Action::id, a -> a));
        int entries = 0;
        for (var did : new Statements(desk.database)
                .list(
                        "select message_id, action from decision where undone_at is null and approve"
                                + " order by batch_id, proposal_id",
                        row -> new Did(row.getLong(1), Objects.requireNonNull(actions.get(row.getString(2)))))) {
            expected.computeIfPresent(did.message(), (_, state) -> after(did.action(), state));
            entries += did.action() instanceof Action.BlockSender || did.action() instanceof Action.CreateTask ? 1 : 0;
        }
        assertThat(states(desk)).isEqualTo(expected);
        assertThat(desk.store.entries().all()).hasSize(entries);
    }

    private static MailboxState after(Action action, MailboxState state) {
        return switch (action) {
            case Action.Archive() -> state.withFolder(MailboxState.ARCHIVE);
            case Action.MoveToFolder(var folder) -> state.withFolder(folder);
            case Action.BlockSender() -> state.withFolder(MailboxState.JUNK);
            case Action.MarkRead() -> state.withUnread(false);
            case Action.Label(var label) -> {
                var labels = new ArrayList<>(state.assignedLabels());
                if (!labels.contains(label)) {
                    labels.add(label);
                }
                yield state.withAssignedLabels(labels);
            }
            default -> state;
        };
    }

    private static Map<Long, MailboxState> states(Desk desk) {
        return desk.messages.findAll(LongStream.rangeClosed(1, MAILS).boxed().toList()).stream()
                .collect(Collectors.toMap(Message::id, Message::state));
    }

    /** Whatever is forgotten in between stays forgotten, and what was learned since is what a replay of that gives. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void whatWasResetNeverComesBackByUndo(long seed) {
        var random = new Random(seed);
        try (var desk = new Desk(open())) {
            desk.storeOfShops(MAILS, CATEGORIES);
            policies(desk);
            for (int i = 0; i < 15; i++) {
                step(desk, random);
            }
            desk.weights.reset(Desk.USER);
            long last = desk.approvals.batches(1).stream()
                    .mapToLong(batch -> batch.id())
                    .max()
                    .orElse(0);
            for (int i = 0; i < 25; i++) {
                step(desk, random);
                assertLearnedSince(desk, last);
            }
        }
    }

    private static void assertLearnedSince(Desk desk, long reset) {
        var since = StandingDecision.of(desk).stream()
                .filter(one -> one.batch() > reset)
                .toList();
        assertThat(desk.weights.of(Desk.USER, FEATURES)).isEqualTo(StandingDecision.taughtBy(since));
        var lessons = new ConfidenceLessons(Desk.USER, Learning.standard(desk.weights, desk.calibrations));
        assertThat(lessons.current().decisions()).isEqualTo(since.size());
    }
}
