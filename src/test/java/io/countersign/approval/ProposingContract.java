package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.countersign.mail.Category;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What policies propose, in which order, and what is not proposed again, on both databases. */
abstract class ProposingContract extends DeskContract {
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
}
