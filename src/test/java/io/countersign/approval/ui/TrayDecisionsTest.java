package io.countersign.approval.ui;

import static io.countersign.approval.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.ProposalStatus;
import io.countersign.approval.ProposeResult;
import io.countersign.policy.Action;
import io.countersign.shared.task.DirectTasks;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What deciding, taking back and failing do to the tray and to what is stored. */
class TrayDecisionsTest extends TrayModelTest {
    @Nested
    class Deciding {
        @Test
        void theNextRowIsChosenBeforeTheDecisionIsCarriedOut() {
            IntStream.rangeClosed(1, 3).forEach(i -> stored.add(row(i, "S", "T", 1, 0.9 - i / 100.0)));
            var model = model(held);
            model.load();
            held.runAll();
            model.approve();
            assertThat(lines(model)).containsExactly("policy 1 (2)", "2", "3");
            assertThat(current(model)).isEqualTo(2);
            assertThat(model.pendingProperty().get()).isEqualTo(2);
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.PENDING);
            held.runAll();
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.EXECUTED);
        }

        @Test
        void quickDecisionsAreCarriedOutInOrder() {
            IntStream.rangeClosed(1, 5).forEach(i -> stored.add(row(i, "S", "T", 1, 0.9 - i / 100.0)));
            var model = model(held);
            model.load();
            held.runAll();
            model.approve();
            model.reject();
            model.always();
            model.undo();
            model.approve();
            held.runAll();
            assertThat(stored.calls())
                    .containsExactly("approve [1]", "reject [2]", "always 3", "undo [3]", "approve [4]");
            assertThat(lines(model)).containsExactly("policy 1 (2)", "3", "5");
        }

        @Test
        void theLastRowLeavesTheOneBefore() {
            var model = loaded();
            model.cursor().moveTo(5);
            model.reject();
            assertThat(current(model)).isEqualTo(3);
            assertThat(stored.statusOf(4)).isEqualTo(ProposalStatus.REJECTED);
        }

        @Test
        void groupIsDecidedAsOneBatch() {
            var model = loaded();
            model.decideGroup(0, true);
            assertThat(stored.calls()).containsExactly("approve [1, 2]");
            assertThat(lines(model)).containsExactly("policy 2 (2)", "3", "4");
            assertThat(current(model)).isEqualTo(3);
            assertThat(notices.said()).containsExactly("APPROVE 2");
        }

        @Test
        void decidingAnotherGroupKeepsThePlace() {
            var model = loaded();
            model.cursor().moveTo(4);
            model.decideGroup(0, false);
            assertThat(current(model)).isEqualTo(3);
            assertThat(model.cursor().index().get()).isEqualTo(1);
        }

        @Test
        void collapsedGroupIsDecidedByKey() {
            var model = loaded();
            model.toggleGroup(0);
            model.approve();
            assertThat(stored.calls()).containsExactly("approve [1, 2]");
        }

        @Test
        void emptyTrayHasNothingCurrent() {
            var model = loaded();
            IntStream.range(0, 4).forEach(_ -> model.approve());
            assertThat(lines(model)).isEmpty();
            assertThat(model.cursor().current().get()).isNull();
            model.approve();
            assertThat(stored.calls()).hasSize(4);
        }

        @Test
        void onlyAMailCanBeOpened() {
            var model = loaded();
            model.open();
            assertThat(model.openProperty().get()).isTrue();
            model.open();
            assertThat(model.openProperty().get()).isFalse();
            model.collapseCurrent(true);
            model.open();
            assertThat(model.openProperty().get()).isFalse();
            model.collapseCurrent(false);
            IntStream.range(0, 4).forEach(_ -> model.approve());
            model.open();
            assertThat(model.openProperty().get()).isFalse();
        }

        @Test
        void manyFarReachingActionsAreAskedAbout() {
            var unsubscribe = new Action.Unsubscribe();
            IntStream.rangeClosed(1, 11)
                    .forEach(i -> stored.add(row(i, "S", "T", 1, "P", unsubscribe, 0.9, Duration.ofDays(1))));
            notices.disagree();
            var model = model(new DirectTasks());
            model.load();
            model.decideGroup(0, true);
            assertThat(notices.said()).containsExactly("ASKED 11");
            assertThat(stored.calls()).isEmpty();
            model.decideGroup(0, false);
            assertThat(notices.said()).containsExactly("ASKED 11", "REJECT 11");
        }

        @Test
        void alwaysNamesThePolicyThatItMade() {
            var model = loaded();
            model.always();
            assertThat(notices.said()).containsExactly("ALWAYS Always: Nordmann");
            assertThat(lines(model)).doesNotContain("1");
        }
    }

    @Nested
    class TakingBack {
        @Test
        void undoBringsTheRowBackToItsPlace() {
            var model = loaded();
            model.approve();
            model.undo();
            assertThat(lines(model)).containsExactly("policy 1 (2)", "1", "2", "policy 2 (2)", "3", "4");
            assertThat(current(model)).isEqualTo(1);
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.PENDING);
        }

        @Test
        void undoBringsAWholeGroupBackWhereItWas() {
            var model = loaded();
            model.decideGroup(0, true);
            notices.pressUndo();
            assertThat(lines(model)).containsExactly("policy 1 (2)", "1", "2", "policy 2 (2)", "3", "4");
        }

        @Test
        void undoGoesBackOneDecisionAtATime() {
            var model = loaded();
            model.approve();
            model.reject();
            model.undo();
            model.undo();
            assertThat(stored.calls()).containsExactly("approve [1]", "reject [2]", "undo [2]", "undo [1]");
            assertThat(model.pendingProperty().get()).isEqualTo(4);
        }

        @Test
        void undoAfterAReloadReadsTheListAgain() {
            var model = loaded();
            model.approve();
            model.load();
            model.undo();
            assertThat(lines(model)).contains("1");
        }

        @Test
        void undoWithoutADecisionOfThisWindowTakesTheNewestBatchBack() {
            var model = loaded();
            model.approve();
            var other = model(new DirectTasks());
            other.load();
            other.undo();
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.PENDING);
            assertThat(other.pendingProperty().get()).isEqualTo(4);
        }

        @Test
        void undoneRowThatTheFilterHidesStaysHidden() {
            var model = loaded();
            model.approve();
            model.filterProperty().set("digest");
            model.undo();
            assertThat(lines(model)).containsExactly("policy 2 (1)", "3");
            assertThat(model.pendingProperty().get()).isEqualTo(4);
        }
    }

    @Nested
    class Failing {
        @Test
        void refusedDecisionComesBackWithTheReason() {
            var model = loaded();
            stored.breakDown(true);
            model.approve();
            assertThat(lines(model)).containsExactly("policy 1 (2)", "1", "2", "policy 2 (2)", "3", "4");
            assertThat(model.problemOf(1)).contains("error.storage");
            assertThat(current(model)).isEqualTo(2);
            stored.breakDown(false);
            model.cursor().moveTo(1);
            model.approve();
            assertThat(model.problemOf(1)).isEmpty();
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.EXECUTED);
        }

        @Test
        void refusedDecisionIsNotWhatUndoTakesBack() {
            var model = loaded();
            model.approve();
            stored.breakDown(true);
            model.approve();
            model.undo();
            assertThat(stored.calls()).endsWith("undo [1]");
        }

        @Test
        void actionThatCouldNotBeCarriedOutComesBackAndCanBeTriedAgain() {
            var model = loaded();
            stored.failToExecute(1, true);
            model.approve();
            assertThat(model.problemOf(1)).isEqualTo("The mailbox is read-only.");
            assertThat(notices.said()).containsExactly("APPROVE 1 failed 1");
            stored.failToExecute(1, false);
            model.cursor().moveTo(1);
            model.approve();
            assertThat(stored.calls()).containsExactly("approve [1]", "undo [1]", "approve [1]");
            assertThat(stored.statusOf(1)).isEqualTo(ProposalStatus.EXECUTED);
        }

        @Test
        void listThatCannotBeReadSaysWhyAndKeepsWhatWasThere() {
            var model = loaded();
            stored.breakDown(true);
            stored.failToList(true);
            model.load();
            assertThat(model.loadFailureProperty().get()).contains("error.storage");
            assertThat(model.lines()).hasSize(6);
        }

        @Test
        void brokenPoliciesAreNamed() {
            var failure = new ProposeResult.PolicyFailure(7, "Old promotions", 12, "expiresAt is not a number", 3);
            stored.nextRun(new ProposeResult(100, 5, 2, List.of(failure)));
            var model = loaded();
            model.lookForProposals();
            assertThat(model.policyFailures()).containsExactly(failure);
            assertThat(notices.said()).containsExactly("PROPOSED 5");
            model.dismissPolicyFailures();
            assertThat(model.policyFailures()).isEmpty();
        }
    }
}
