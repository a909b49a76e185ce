package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.approval.trust.TrustLevel;
import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Statements;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How acting alone is earned by decisions, given by the person and lost to drift, change and undo, on both databases. */
abstract class TrustContract extends TrustedPolicyContract {
    @Test
    void seventyThreeOfSeventyThreeEarnItAndThePersonIsAskedOnce() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.approvals.approve(ids.subList(0, EARNS - 1), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).missing()).isEqualTo(1);
        assertThat(desk.trust.questions()).isEmpty();

        desk.approve(ids.getLast());

        assertThat(desk.trust.questions()).singleElement().satisfies(question -> {
            assertThat(question.level()).isEqualTo(TrustLevel.EARNED);
            assertThat(question.decided()).isEqualTo(EARNS);
            assertThat(question.approved()).isEqualTo(EARNS);
            assertThat(question.precisionLow()).isBetween(0.95, 0.951);
            assertThat(question.missing()).isZero();
        });
        assertThat(desk.trust.answer(policy.id(), false).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).isEmpty();
        promotions(5);
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(5);
        assertThat(desk.events()).contains("automation_earned").doesNotContain("automation_on");
    }

    @Test
    void driftTakesAutomationAwayAndUndoGivesItBack() {
        var policy = automatic();
        promotions(200);
        desk.propose();
        var asked = desk.pendingIds();

        desk.reject(asked.get(0));
        desk.reject(asked.get(1));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        var last = desk.reject(asked.get(2));

        assertThat(trust(policy)).satisfies(trust -> {
            assertThat(trust.level()).isEqualTo(TrustLevel.SUGGEST);
            assertThat(trust.demoted()).contains("You rejected 3 of its last 3 proposals, so it asks again.");
            assertThat(trust.decided()).isZero();
            assertThat(trust.missing()).isEqualTo(EARNS);
        });
        assertThat(desk.events()).contains("automation_off");
        promotions(20);
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(asked.size() - 3 + 20);

        desk.approvals.undo(OptionalLong.of(last.batch()), Progress.none());
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        assertThat(trust(policy).demoted()).isEmpty();
    }

    @Test
    void takingAnAutomaticBatchBackIsDrift() {
        var policy = automatic();
        promotions(40);
        desk.propose();

        desk.approvals.undo(OptionalLong.of(automaticBatches().getFirst().id()), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void aChangedConditionOrActionStartsAgainWhileNameSwitchAndPriorityDoNot() {
        var policy = automatic();
        var stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(changed(stored, "Other name", 7, stored.condition(), stored.action()));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(stored.withEnabled(false));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.AUTOMATIC);
        promotions(5);
        stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(stored.withEnabled(true));
        desk.clock.forward(Duration.ofMinutes(1));

        stored = desk.policies.find(policy.id()).orElseThrow();
        var condition = new PolicyJson().condition("{\"in\":[\"category\",[\"promotion\",\"newsletter\"]]}");
        desk.policies.update(changed(stored, "Other name", 7, condition, stored.action()));

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).decided()).isZero();
        assertThat(trust(policy).since()).isEqualTo(desk.clock.instant());
        desk.propose();
        assertThat(desk.approvals.pendingCount()).isEqualTo(5);
        assertThat(automaticBatches()).isEmpty();
    }

    private static Policy changed(Policy policy, String name, int priority, Condition condition, Action action) {
        return new Policy(
                policy.id(),
                policy.version(),
                name,
                policy.reason(),
                policy.enabled(),
                priority,
                condition,
                action,
                policy.confidenceThreshold(),
                policy.includeProtected());
    }

    @Test
    void whatAnEarlierVersionProposedSaysNothingAboutTheNewOne() {
        promotions(EARNS);
        var policy = desk.archivePromotions();
        desk.propose();
        var stored = desk.policies.find(policy.id()).orElseThrow();
        desk.policies.update(changed(stored, "Promotions", 100, stored.condition(), new Action.Label("Ads")));

        desk.approve(desk.pendingIds().toArray(Long[]::new));

        assertThat(trust(policy).decided()).isZero();
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void aFarReachingActionNeverEarnsIt() {
        promotions(EARNS);
        var policy = desk.policy("Block", 100, "{\"eq\":[\"category\",\"promotion\"]}", new Action.BlockSender());
        desk.propose();
        desk.approve(desk.pendingIds().toArray(Long[]::new));

        assertThat(trust(policy).mayAct()).isFalse();
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThatThrownBy(() -> desk.trust.answer(policy.id(), true)).isInstanceOf(CountersignException.Invalid.class);
    }

    @Test
    void onlyWhatIsEarnedCanBeGiven() {
        promotions(3);
        var policy = desk.archivePromotions();

        assertThatThrownBy(() -> desk.trust.answer(policy.id(), true)).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> desk.trust.answer(999, true)).isInstanceOf(CountersignException.NotFound.class);
        assertThat(desk.trust.demote(policy.id()).level()).isEqualTo(TrustLevel.SUGGEST);
    }

    @Test
    void thePersonCanTakeItAwayAndIsNotAskedAgain() {
        var policy = automatic();

        assertThat(desk.trust.demote(policy.id()).level()).isEqualTo(TrustLevel.SUGGEST);

        promotions(EARNS);
        desk.propose();
        assertThat(automaticBatches()).isEmpty();
        desk.approve(desk.pendingIds().toArray(Long[]::new));
        assertThat(trust(policy).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).isEmpty();
        assertThat(desk.trust.answer(policy.id(), true).level()).isEqualTo(TrustLevel.AUTOMATIC);
    }

    @Test
    void undoingTheApprovalsThatEarnedItTakesItAway() {
        var policy = automatic();
        var approvals = desk.approvals.batches(10).getLast();

        desk.approvals.undo(OptionalLong.of(approvals.id()), Progress.none());

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.SUGGEST);
        assertThat(trust(policy).missing()).isEqualTo(EARNS);
    }

    @Test
    void aHomeThatHadDecisionsBeforeStartsWithTheTrustTheyEarned() {
        var policy = earned();
        new Statements(desk.database).update("delete from policy_trust");

        assertThat(trust(policy).level()).isEqualTo(TrustLevel.EARNED);
        assertThat(desk.trust.questions()).hasSize(1);
    }
}
