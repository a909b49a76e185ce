package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.execution.ActionExecutors;
import io.countersign.approval.execution.Outcome;
import io.countersign.insight.AllTimeCounts.Count;
import io.countersign.insight.jdbc.JdbcAllTimeCounts;
import io.countersign.policy.Action;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the metrics count for ever agrees with what happened and never falls, on both databases. */
abstract class AllTimeCountsContract extends TrustedPolicyContract {
    private Map<Counted, Long> counted() {
        return new JdbcAllTimeCounts(desk.database, Desk.USER)
                .all().stream().collect(Collectors.groupingBy(Count::what, Collectors.summingLong(Count::total)));
    }

    @Test
    void aDecisionIsCountedByPolicyAndItsUndoLowersNothing() {
        promotions(3);
        var policy = desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.reject(ids.getFirst());
        desk.approve(ids.get(1), ids.get(2));

        var label = String.valueOf(policy.id());
        var all = new JdbcAllTimeCounts(desk.database, Desk.USER).all();
        assertThat(all)
                .contains(
                        new Count(Counted.POLICY_FIRED, label, 3),
                        new Count(Counted.POLICY_APPROVED, label, 2),
                        new Count(Counted.POLICY_REJECTED, label, 1));
        assertThat(stats(policy.id()).approved()).isEqualTo(2);

        desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(stats(policy.id()).approved()).isZero();
        assertThat(new JdbcAllTimeCounts(desk.database, Desk.USER).all()).isEqualTo(all);
        desk.approve(ids.get(1));
        assertThat(counted()).containsEntry(Counted.POLICY_APPROVED, 3L).containsEntry(Counted.POLICY_FIRED, 3L);
    }

    @Test
    void eachFeatureThatADecisionTeachesIsOneUpdateBySign() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var ids = desk.pendingIds();
        desk.approve(ids.getFirst());
        int features = desk.learned().size();
        desk.reject(ids.getLast());

        var updates = new JdbcAllTimeCounts(desk.database, Desk.USER)
                .all().stream()
                        .filter(count -> count.what() == Counted.WEIGHT_UPDATES)
                        .toList();

        assertThat(updates)
                .containsExactly(
                        new Count(Counted.WEIGHT_UPDATES, "minus", features),
                        new Count(Counted.WEIGHT_UPDATES, "plus", features));
    }

    @Test
    void whatAPolicyDoesAloneWasProposedOnceHoweverOftenItIsTakenBack() {
        automatic();
        promotions(200);
        desk.propose();
        long fired = EARNS + 200;
        assertThat(counted()).containsEntry(Counted.POLICY_FIRED, fired).containsEntry(Counted.POLICY_APPROVED, (long)
                EARNS);

        var batch = desk.approvals.undo(OptionalLong.empty(), Progress.none());

        assertThat(counted()).containsEntry(Counted.POLICY_FIRED, fired).containsEntry(Counted.POLICY_REJECTED, (long)
                batch.undone());
    }

    @Test
    void anApprovedActionThatCannotBeCarriedOutIsCountedByAction() {
        promotions(2);
        desk.archivePromotions();
        desk.propose();
        var failing = desk.approvals(ActionExecutors.local(desk)
                .with(Action.Archive.class, (_, _, _) -> new Outcome.Failed("the folder is full")));

        failing.approve(desk.pendingIds(), Progress.none());

        assertThat(new JdbcAllTimeCounts(desk.database, Desk.USER).all())
                .contains(new Count(Counted.EXECUTION_FAILURES, "archive_email", 2));
    }

    @Test
    void eachPersonHasTheirOwn() {
        promotions(1);
        desk.archivePromotions();
        desk.propose();

        assertThat(new JdbcAllTimeCounts(desk.database, "somebody@else.example").all())
                .isEqualTo(List.of());
    }
}
