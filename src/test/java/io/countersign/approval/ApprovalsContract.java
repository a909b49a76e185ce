package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.LocalEntry;
import io.countersign.approval.execution.Outcome;
import io.countersign.approval.execution.StateChange;
import io.countersign.insight.PolicyStats;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.mail.RawMail;
import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop of proposing, deciding, undoing and learning, on both databases. */
abstract class ApprovalsContract {
    private static final String SHOP = "news@shop.example";

    private final Desk desk = new Desk(open());

    abstract Database open();

    @AfterEach
    void close() {
        desk.close();
    }

    private void promotions(int count) {
        desk.store(LongStream.rangeClosed(1, count)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, SHOP))
                .toArray(Message[]::new));
    }

    private PolicyStats stats(long policy) {
        return desk.statistics.of(Desk.USER, OptionalInt.empty()).stream()
                .filter(one -> one.policyId() == policy)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMatchIsProposedOnceHoweverOftenPoliciesRun() {
        promotions(3);
        desk.store(Desk.mail(9, Category.PERSONAL, "ann@example.org"));
        desk.archivePromotions();

        assertThat(desk.propose()).isEqualTo(new ProposeResult(4, 3, 0, List.of()));
        assertThat(desk.propose()).isEqualTo(new ProposeResult(4, 0, 3, List.of()));
        assertThat(desk.approvals.pendingCount()).isEqualTo(3);
    }

    @Test
    void aProposalSaysWhyAndHowSureItIs() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();

        var proposal = desk.approvals.tray(10).getFirst();

        // 0.7, and 0.1 because all mail of this sender is promotions
        assertThat(proposal.confidence()).isCloseTo(0.8, within(1e-9));
        assertThat(proposal.status()).isEqualTo(ProposalStatus.PENDING);
        assertThat(proposal.rationale().summary()).contains("Archive").contains("Because.");
        assertThat(proposal.rationale().clauses()).singleElement().satisfies(clause -> {
            assertThat(clause.matched()).isTrue();
            assertThat(clause.value()).isEqualTo("promotion");
        });
        assertThat(desk.approvals.find(proposal.id())).contains(proposal);
        assertThat(desk.approvals.forMessage(1)).containsExactly(proposal);
    }

    @Test
    void pendingIsSortedByWhatADecisionIsWorthThenNewest() {
        promotions(2);
        desk.store(Desk.mail(3, Category.RECEIPT, "a@b.example"), Desk.mail(4, Category.RECEIPT, "a@b.example"));
        desk.archivePromotions();
        desk.policy("Receipts", 200, "{\"eq\":[\"category\",\"receipt\"]}", new Action.Label("Receipts"));
        desk.propose();

        assertThat(desk.approvals.pending()).extracting(PendingRow::messageId).containsExactly(3L, 4L, 1L, 2L);
        assertThat(desk.approvals.tray(3)).extracting(Proposal::messageId).containsExactly(3L, 4L, 1L);
    }

    @Test
    void aDryRunStoresNothingAndALimitIsKept() {
        promotions(5);
        desk.archivePromotions();

        assertThat(desk.approvals.propose(_ -> true, 2, true, Progress.none()).created())
                .isEqualTo(2);
        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(desk.approvals.propose(_ -> true, 2, false, Progress.none()).created())
                .isEqualTo(2);
        assertThat(desk.approvals.pending()).extracting(PendingRow::messageId).containsExactly(1L, 2L);
        assertThat(desk.approvals.proposeFrom(4, Progress.none()).created()).isEqualTo(2);
    }

    @Test
    void whatWasRejectedStaysRejectedUntilThePolicyOrTheMailChanges() {
        promotions(1);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.reject(desk.pendingIds().getFirst());

        assertThat(desk.propose().created()).isZero();

        desk.messages.updateStates(List.of(desk.mail(1).withState(desk.state(1).withUnread(false))));
        assertThat(desk.propose().created()).isEqualTo(1);
        desk.reject(desk.pendingIds().getFirst());
        assertThat(desk.propose().created()).isZero();

        desk.policies.update(desk.policies.find(policy.id()).orElseThrow());
        assertThat(desk.propose().created()).isEqualTo(1);
        assertThat(stats(policy.id()).fired()).isEqualTo(3);
        assertThat(desk.approvals.auditOf(1))
                .extracting(AuditEntry::event)
                .containsExactly("proposed", "rejected", "proposed", "rejected", "proposed");
    }

    @Test
    void anotherPolicyMayNotRepeatWhatWasRejectedUnlessItIsNewer() {
        promotions(1);
        var first = desk.archivePromotions();
        desk.policy("Also", 200, "{\"eq\":[\"category\",\"promotion\"]}", new Action.Archive());
        desk.propose();
        desk.reject(desk.pendingIds().getFirst());
        desk.policies.remove(first.id());

        assertThat(desk.propose().created()).isZero();

        desk.clock.forward(Duration.ofMinutes(1));
        desk.policy("New", 50, "{\"eq\":[\"category\",\"promotion\"]}", new Action.Archive());
        assertThat(desk.propose().created()).isEqualTo(1);
    }

    @Test
    void approvingCarriesOutCountsAndTeaches() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();

        var result = desk.approve(desk.pendingIds().toArray(Long[]::new));

        assertThat(result).isEqualTo(new BatchResult(result.batch(), 2, 2, 0, 0, List.of()));
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(desk.learned())
                .containsEntry("category:promotion", 0.4)
                .containsEntry("sender_domain:shop.example", 0.4);
        assertThat(stats(policy.id())).satisfies(stats -> {
            assertThat(stats.fired()).isEqualTo(2);
            assertThat(stats.approved()).isEqualTo(2);
            assertThat(stats.pending()).isZero();
            assertThat(stats.precision()).hasValue(1);
            assertThat(stats.precisionLow().orElseThrow()).isBetween(0.33, 0.35);
        });
        assertThat(desk.events())
                .containsExactly("executed", "executed", "approved", "approved", "proposed", "policy_added");
        assertThat(desk.approvals.forMessage(1).getFirst().status()).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(desk.approvals.history(SHOP)).isEqualTo(new SenderHistory(2, 0, 0));
        assertThat(desk.approvals.batches(5)).singleElement().satisfies(batch -> {
            assertThat(batch.size()).isEqualTo(2);
            assertThat(batch.approve()).isTrue();
            assertThat(batch.undoneAt()).isEmpty();
        });
    }

    @Test
    void rejectingTeachesTheOppositeAndLeavesTheMailAlone() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();

        desk.reject(desk.pendingIds().getFirst());

        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.learned()).containsEntry("category:promotion", -0.2);
        assertThat(desk.approvals.history(SHOP)).isEqualTo(new SenderHistory(0, 1, 0));
    }

    @Test
    void idsThatAreNotPendingAreSkipped() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();
        long id = desk.pendingIds().getFirst();

        assertThat(desk.approve(id, id + 1000).skipped()).isEqualTo(1);
        assertThat(desk.approve(id)).isEqualTo(new BatchResult(0, 0, 0, 0, 1, List.of()));
        assertThat(desk.approvals.batches(5)).hasSize(1);
    }

    @Test
    void undoRestoresMailCountersWeightsAndProposals() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.reject(ids.getFirst());
        var before = desk.learned();
        var approved = desk.approve(ids.getLast());

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone).isEqualTo(new UndoResult(approved.batch(), 1, List.of()));
        assertThat(desk.state(2).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.learned()).isEqualTo(before);
        assertThat(stats(policy.id()).approved()).isZero();
        assertThat(stats(policy.id()).pending()).isEqualTo(1);
        assertThat(desk.pendingIds()).containsExactly(ids.getLast());
        assertThat(desk.approvals.history(SHOP)).isEqualTo(new SenderHistory(0, 1, 1));
        assertThat(desk.events()).startsWith("undone");
    }

    @Test
    void undoTakesTheNewestThatStandsAndThenSaysThatThereIsNone() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        long first = desk.approve(ids.getFirst()).batch();
        long second = desk.approve(ids.getLast()).batch();

        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).batch())
                .isEqualTo(second);
        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).batch())
                .isEqualTo(first);
        assertThatThrownBy(() -> desk.approvals.undo(OptionalLong.empty(), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
        assertThatThrownBy(() -> desk.approvals.undo(OptionalLong.of(first), Progress.none()))
                .isInstanceOf(CountersignException.NotFound.class);
    }

    @Test
    void mailThatWasChangedSinceIsKeptAsItIsAndStaysDecided() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        desk.messages.updateStates(List.of(desk.mail(1).withState(desk.state(1).withFolder("Elsewhere"))));

        var undone = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(undone.undone()).isEqualTo(1);
        assertThat(undone.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).contains("changed since"));
        assertThat(desk.state(1).folder()).isEqualTo("Elsewhere");
        assertThat(desk.state(2).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.learned()).containsEntry("category:promotion", 0.2);
        assertThat(stats(policy.id()).approved()).isEqualTo(1);
        assertThat(desk.events()).contains("kept", "undone");
    }

    @Test
    void undoingAnEarlierMoveLeavesTheMailWhereTheLaterOnePutIt() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();
        long archived = desk.approve(desk.pendingIds().getFirst()).batch();
        desk.policy("Move", 50, "{\"eq\":[\"category\",\"promotion\"]}", new Action.MoveToFolder("Shops"));
        desk.propose();
        long moved = desk.approve(desk.pendingIds().getFirst()).batch();

        assertThat(desk.approvals
                        .undo(OptionalLong.of(archived), Progress.none())
                        .kept())
                .isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo("Shops");
        assertThat(desk.approvals.undo(OptionalLong.of(moved), Progress.none()).kept())
                .isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
    }

    @Test
    void anExecutorThatFailsOnHalfABatchLeavesTheOtherHalfDone() {
        promotions(10);
        var policy = desk.archivePromotions();
        desk.propose();
        var failing = desk.approvals(ActionExecutors.local(desk).with(Action.Archive.class, (_, message, _) -> {
            if (message.id() % 2 == 0) {
                throw new IllegalStateException("the disk is on fire");
            }
            return new Outcome.Done(
                    Optional.of(StateChange.folder(message.state(), MailboxState.ARCHIVE)), List.of(), "Archived");
        }));

        var result = failing.approve(desk.pendingIds(), Progress.none());

        assertThat(result.decided()).isEqualTo(10);
        assertThat(result.executed()).isEqualTo(5);
        assertThat(result.failed()).isEqualTo(5);
        assertThat(result.failures())
                .hasSize(5)
                .allSatisfy(failure -> assertThat(failure.reason()).contains("the disk is on fire"));
        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(desk.state(2).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.approvals.forMessage(2).getFirst()).satisfies(proposal -> {
            assertThat(proposal.status()).isEqualTo(ProposalStatus.FAILED);
            assertThat(proposal.failure().orElseThrow()).contains("the disk is on fire");
        });
        assertThat(stats(policy.id()).approved()).isEqualTo(10);
        assertThat(desk.approvals.batches(1).getFirst().failed()).isEqualTo(5);
        assertThat(desk.approvals.auditOf(2)).extracting(AuditEntry::event).endsWith("failed");

        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).undone())
                .isEqualTo(10);
        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.approvals.pendingCount()).isEqualTo(10);
        assertThat(stats(policy.id()).approved()).isZero();
    }

    @Test
    void intentsLeftByAKilledProcessAreCarriedOutByResume() {
        promotions(3);
        desk.archivePromotions();
        desk.propose();
        var dying = desk.approvals(ActionExecutors.local(desk).with(Action.Archive.class, (_, _, _) -> {
            throw new StackOverflowError("killed before the effect");
        }));
        assertThatThrownBy(() -> dying.approve(desk.pendingIds(), Progress.none()))
                .isInstanceOf(StackOverflowError.class);
        assertThat(desk.approvals.forMessage(1).getFirst().status()).isEqualTo(ProposalStatus.APPROVED);

        desk.approvals.resume(Progress.none());
        desk.approvals.resume(Progress.none());

        assertThat(desk.approvals.forMessage(1).getFirst().status()).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(desk.state(3).folder()).isEqualTo(MailboxState.ARCHIVE);
        assertThat(desk.learned()).containsEntry("category:promotion", 0.6);
        assertThat(desk.events()).filteredOn("executed"::equals).hasSize(3);
    }

    @Test
    void intentsThatWereUndoneAreNotResumed() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();
        var dying = desk.approvals(ActionExecutors.local(desk).with(Action.Archive.class, (_, _, _) -> {
            throw new StackOverflowError("killed before the effect");
        }));
        assertThatThrownBy(() -> dying.approve(desk.pendingIds(), Progress.none()))
                .isInstanceOf(StackOverflowError.class);

        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        desk.approvals.resume(Progress.none());

        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
        assertThat(desk.approvals.pendingCount()).isEqualTo(1);
    }

    @Test
    void ofTwoThreadsThatDecideTheSameProposalsExactlyOneWinsEach() throws Exception {
        promotions(40);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();

        var results = new ArrayList<BatchResult>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<BatchResult>>();
            for (var id : ids) {
                work.add(() -> desk.approve(id));
                work.add(() -> desk.reject(id));
            }
            for (var future : threads.invokeAll(work)) {
                results.add(future.get());
            }
        }

        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.decided() + result.skipped()).isEqualTo(1));
        assertThat(results.stream().mapToInt(BatchResult::decided).sum()).isEqualTo(40);
        assertThat(stats(policy.id()).approved() + stats(policy.id()).rejected())
                .isEqualTo(40);
    }

    @Test
    void draftOfAlwaysIsThePolicyThatAlwaysMakesAndStoresNothing() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        long id = desk.pendingIds().getFirst();

        var draft = desk.approvals.alwaysDraft(id);

        assertThat(draft.id()).isZero();
        assertThat(desk.policies.all()).hasSize(1);
        assertThat(desk.approvals.find(id).orElseThrow().status()).isEqualTo(ProposalStatus.PENDING);
        var made = desk.approvals.always(id);
        assertThat(draft.condition()).isEqualTo(made.condition());
        assertThat(draft.action()).isEqualTo(made.action());
        assertThat(draft.name()).isEqualTo(made.name());
    }

    @Test
    void alwaysMakesAPolicyForTheSenderAndApproves() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        long id = desk.pendingIds().getFirst();

        var policy = desk.approvals.always(id);

        assertThat(policy.priority()).isEqualTo(99);
        assertThat(policy.action()).isEqualTo(new Action.Archive());
        assertThat(desk.policies.find(policy.id())).contains(policy);
        assertThat(desk.approvals.find(id).orElseThrow().status()).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(desk.approvals.always(desk.pendingIds().getFirst())).isEqualTo(policy);

        desk.store(Desk.mail(50, Category.PERSONAL, SHOP));
        desk.propose();
        assertThat(desk.approvals.forMessage(50).getFirst().policyId()).isEqualTo(policy.id());
    }

    @Test
    void blockingLastsAsLongAsOneApprovalOfItStands() {
        desk.store(
                Desk.mail(1, Category.SUSPICIOUS, "Bad@Evil.example"),
                Desk.mail(2, Category.SUSPICIOUS, "bad@evil.example"));
        desk.policy("Block", 1, "{\"eq\":[\"category\",\"suspicious\"]}", new Action.BlockSender());
        desk.propose();
        var ids = desk.pendingIds();
        long first = desk.approve(ids.getFirst()).batch();
        desk.approve(ids.getLast());

        assertThat(desk.state(1).folder()).isEqualTo(MailboxState.JUNK);
        desk.approvals.undo(OptionalLong.of(first), Progress.none());

        assertThat(desk.store.entries().all())
                .extracting(LocalEntries.Owned::entry)
                .containsExactly(new LocalEntry.BlockedSender("bad@evil.example"));
        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(desk.store.entries().all()).isEmpty();
        assertThat(desk.state(1).folder()).isEqualTo(RawMail.INBOX);
    }

    @Test
    void removingAPolicyWithdrawsItsPendingProposalsAndKeepsItsNumbers() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().getFirst());

        assertThat(desk.policies.remove(policy.id())).isTrue();

        assertThat(desk.approvals.pendingCount()).isZero();
        assertThat(stats(policy.id()).approved()).isEqualTo(1);
        assertThat(stats(policy.id()).name()).isEqualTo("Promotions");
        assertThat(desk.approvals.undo(OptionalLong.empty(), Progress.none()).undone())
                .isEqualTo(1);
    }

    @Test
    void windowsCountOnlyWhatHappenedInThem() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.propose();
        desk.approve(desk.pendingIds().getFirst());
        desk.clock.forward(Duration.ofDays(40));
        desk.reject(desk.pendingIds().getFirst());

        var month = desk.statistics.of(Desk.USER, OptionalInt.of(30)).getFirst();

        assertThat(month.policyId()).isEqualTo(policy.id());
        assertThat(month.fired()).isZero();
        assertThat(month.approved()).isZero();
        assertThat(month.rejected()).isEqualTo(1);
        assertThat(month.decidedPrecision()).hasValue(0);
        assertThat(desk.statistics.of(Desk.USER, OptionalInt.of(90)).getFirst().fired())
                .isEqualTo(2);
    }

    @Test
    void aPolicyThatCannotBeEvaluatedIsAnErrorInTheResultAndTheAuditLog() {
        promotions(2);
        var policy = desk.archivePromotions();
        desk.database.with(handle -> handle.execute("update policy set condition_json = '{\"gone\":[]}'"));

        var result = desk.propose();

        assertThat(result.created()).isZero();
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.policyId()).isEqualTo(policy.id());
            assertThat(error.times()).isEqualTo(2);
        });
        assertThat(desk.events()).startsWith("failed");
    }

    @Test
    void weightsThatWereResetDoNotComeBackByUndo() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.approve(ids.getFirst());
        desk.weights.reset(Desk.USER);
        desk.approve(ids.getLast());

        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(desk.learned()).isEmpty();
        desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(desk.learned()).isEmpty();
        assertThat(desk.events()).contains("weights_reset");
    }

    @Test
    void whatIsPendingFollowsWhatWasLearnedAndTheLogKeepsWhatWasShown() {
        manyOfTwoSenders();
        var asProposed = confidences();

        for (int i = 0; i < 15; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
            desk.reject(pendingOf("a@list.example").getFirst());
        }

        var learned = confidences();
        assertThat(learned.get(pendingOf(SHOP).getFirst()))
                .isGreaterThan(asProposed.get(pendingOf(SHOP).getFirst()));
        long rejectedBefore = pendingOf("a@list.example").getFirst();
        assertThat(learned.get(rejectedBefore)).isLessThan(asProposed.get(rejectedBefore));

        desk.approve(rejectedBefore);

        assertThat(logged(rejectedBefore)).isCloseTo(learned.get(rejectedBefore), within(1e-12));
        assertThat(confidences()).isNotEqualTo(learned);
        desk.approvals.undo(OptionalLong.empty(), Progress.none());
        assertThat(confidences()).isEqualTo(learned);
    }

    private void manyOfTwoSenders() {
        promotions(20);
        desk.store(LongStream.rangeClosed(21, 40)
                .mapToObj(id -> Desk.mail(id, Category.PROMOTION, "a@list.example"))
                .toArray(Message[]::new));
        desk.archivePromotions();
        desk.propose();
    }

    private Map<Long, Double> confidences() {
        return desk.approvals.pending().stream().collect(Collectors.toMap(PendingRow::id, PendingRow::confidence));
    }

    private List<Long> pendingOf(String sender) {
        return desk.approvals.pending().stream()
                .filter(row -> row.from().email().equals(sender))
                .map(PendingRow::id)
                .sorted()
                .toList();
    }

    private double logged(long proposal) {
        return new Statements(desk.database)
                .first("select confidence from decision where proposal_id = ?", row -> row.getDouble(1), proposal)
                .orElseThrow();
    }

    @Test
    void theSenderWhoseAnswerIsOpenComesFirstOnceTheOtherIsKnown() {
        manyOfTwoSenders();
        desk.store(Desk.mail(41, Category.PROMOTION, "a@new.example"));
        for (int i = 0; i < 10; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
            desk.reject(pendingOf("a@list.example").getFirst());
        }
        desk.approve(pendingOf(SHOP).toArray(Long[]::new));
        desk.propose();

        var confidences = confidences();

        assertThat(confidences.get(pendingOf("a@list.example").getFirst()))
                .isLessThan(confidences.get(pendingOf("a@new.example").getFirst()));
    }

    @Test
    void proposalsOfAnEarlierVersionAreSeenAtTheNextStart() {
        manyOfTwoSenders();
        for (int i = 0; i < 12; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
        }
        var learned = confidences();
        var sql = new Statements(desk.database);
        sql.update("update proposal set features = null");
        sql.update("delete from calibration");
        assertThat(confidences()).isNotEqualTo(learned);

        desk.approvals.resume(Progress.none());

        assertThat(confidences()).isEqualTo(learned);
        assertThat(sql.number("select decisions from calibration")).isEqualTo(12);
    }

    @Test
    void afterAResetWhatIsPendingIsAsSureAsItsPolicy() {
        manyOfTwoSenders();
        var asProposed = confidences();
        for (int i = 0; i < 12; i++) {
            desk.approve(pendingOf(SHOP).getFirst());
        }

        desk.weights.reset(Desk.USER);

        assertThat(asProposed).containsAllEntriesOf(confidences());
    }
}
