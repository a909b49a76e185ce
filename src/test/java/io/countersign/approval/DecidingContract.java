package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.Outcome;
import io.countersign.approval.execution.StateChange;
import io.countersign.mail.Category;
import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a decision carries out, counts and teaches, on both databases. */
abstract class DecidingContract extends DeskContract {
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
}
