package io.countersign.approval.ui;

import static io.countersign.approval.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposalStatus;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.QueueOrder;
import io.countersign.approval.SampleRows;
import io.countersign.mail.InMemoryMail;
import io.countersign.policy.Action;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApprovalsViewModelTest {
    private final InMemoryApprovals stored = new InMemoryApprovals();
    private final InMemoryTrust trust = new InMemoryTrust();
    private final InMemoryMail mail = new InMemoryMail();
    private final RecordingNotices notices = new RecordingNotices();
    private final HeldTasks held = new HeldTasks();

    private ApprovalsViewModel model(BackgroundTasks tasks) {
        return new ApprovalsViewModel(
                stored,
                new TrustPorts(trust, trust),
                new DetailReader(stored, mail, mail, EarlierApplications.none()),
                RowFilter.words(),
                tasks,
                notices);
    }

    private ApprovalsViewModel loaded() {
        stored.add(row(1, "Nordmann", "Rain jackets", 1, 0.96));
        stored.add(row(2, "Kaffeewerk", "Coupon", 1, 0.94));
        stored.add(row(3, "Digest", "Issue 212", 2, 0.84));
        stored.add(row(4, "Nordmann", "Boots", 2, 0.71));
        var model = model(new DirectTasks());
        model.load();
        return model;
    }

    private static List<String> lines(ApprovalsViewModel model) {
        return model.lines().stream()
                .map(line -> switch (line) {
                    case TrayLine.Header header -> header.key() + " (" + header.count() + ")";
                    case TrayLine.Entry(var row) -> String.valueOf(row.id());
                })
                .toList();
    }

    private static long current(ApprovalsViewModel model) {
        return model.cursor().current().get() instanceof TrayLine.Entry(var row) ? row.id() : -1;
    }

    @Test
    void alwaysWithExceptionsOpensADraftAndDecidesNothing() {
        var model = loaded();
        model.editAlways();
        assertThat(notices.said()).containsExactly("EDIT Always: Nordmann");
        assertThat(stored.calls()).containsExactly("draft 1");
        assertThat(lines(model)).contains("1");
    }

    @Test
    void whatTheListIsNarrowedToBecomesACondition() {
        var model = loaded();
        model.editFiltered();
        assertThat(notices.said()).isEmpty();
        model.filterProperty().set(" nordmann  Boots ");
        model.editFiltered();
        assertThat(notices.said())
                .containsExactly("EDIT {\"all\":[{\"any\":[{\"contains\":[\"from\",\"nordmann\"]},"
                        + "{\"contains\":[\"subject\",\"nordmann\"]}]},{\"any\":[{\"contains\":[\"from\",\"Boots\"]},"
                        + "{\"contains\":[\"subject\",\"Boots\"]}]}]}");
    }

    @Test
    void numberAndOrderFollowWhatADecisionTaught() {
        var model = loaded();
        model.orderProperty().set(QueueOrder.CONFIDENCE);
        stored.add(row(5, "Digest", "Issue 213", 2, 0.2));
        stored.learn(3, 0.98);
        stored.learn(4, 0.99);

        model.approve();

        assertThat(lines(model)).containsExactly("policy 2 (2)", "4", "3", "policy 1 (1)", "2");
        assertThat(current(model)).isEqualTo(2);
        assertThat(model.detail().get())
                .isInstanceOfSatisfying(
                        DetailState.Ready.class,
                        ready -> assertThat(ready.detail().row().confidence()).isEqualTo(0.94));
    }

    @Nested
    class Showing {
        @Test
        void groupsFollowTheirBestProposal() {
            assertThat(lines(loaded())).containsExactly("policy 1 (2)", "1", "2", "policy 2 (2)", "3", "4");
        }

        @Test
        void sendersWithMostProposalsComeFirst() {
            var model = loaded();
            model.groupingProperty().set(Grouping.SENDER);
            assertThat(lines(model))
                    .containsExactly(
                            "sender news@nordmann.example (2)",
                            "1",
                            "4",
                            "sender news@kaffeewerk.example (1)",
                            "2",
                            "sender news@digest.example (1)",
                            "3");
        }

        @Test
        void theFirstProposalIsChosenAndRead() {
            var model = loaded();
            assertThat(current(model)).isEqualTo(1);
            assertThat(model.detail().get()).isInstanceOf(DetailState.Ready.class);
        }

        @Test
        void regroupingStaysOnTheSameProposal() {
            var model = loaded();
            model.cursor().moveBy(3);
            model.groupingProperty().set(Grouping.ACTION);
            assertThat(current(model)).isEqualTo(4);
        }

        @Test
        void filterLooksAtSenderSubjectAndPolicy() {
            var model = loaded();
            model.filterProperty().set("nordmann boots");
            assertThat(lines(model)).containsExactly("policy 2 (1)", "4");
            assertThat(model.pendingProperty().get()).isEqualTo(4);
            assertThat(model.shownProperty().get()).isEqualTo(1);
            model.filterProperty().set("nothing like it");
            assertThat(lines(model)).isEmpty();
            assertThat(model.detail().get()).isInstanceOf(DetailState.Nothing.class);
            model.filterProperty().set("");
            assertThat(model.shownProperty().get()).isEqualTo(4);
        }

        @Test
        void collapsedGroupIsOneLineThatTheCursorStopsAt() {
            var model = loaded();
            model.toggleGroup(0);
            assertThat(lines(model)).containsExactly("policy 1 (2)", "policy 2 (2)", "3", "4");
            assertThat(model.cursor().index().get()).isZero();
            model.cursor().moveBy(1);
            assertThat(current(model)).isEqualTo(3);
            model.cursor().moveBy(-1);
            model.collapseCurrent(false);
            assertThat(current(model)).isEqualTo(1);
        }

        @Test
        void newestChoiceIsReadAndThoseInBetweenAreNot() {
            IntStream.rangeClosed(1, 40).forEach(i -> stored.add(row(i, "S" + i, "T", 1, 0.9)));
            var model = model(held);
            model.load();
            held.runAll();
            int before = mail.readings();
            IntStream.range(0, 30).forEach(_ -> model.cursor().moveBy(1));
            assertThat(model.detail().get()).isInstanceOf(DetailState.Reading.class);
            held.runAll();
            assertThat(mail.readings() - before).isLessThanOrEqualTo(4);
            var ready = (DetailState.Ready) model.detail().get();
            assertThat(ready.detail().row().id()).isEqualTo(current(model));
        }

        @Test
        void proposalThatCannotBeReadSaysWhy() {
            var model = loaded();
            var ghost = row(77, "Ghost", "Boo", 1, 0.9);
            stored.add(ghost);
            model.load();
            mail.breakDown(true);
            model.cursor().moveTo(model.lines().size() - 1);
            model.cursor().moveBy(-1);
            assertThat(model.detail().get()).isInstanceOf(DetailState.Failed.class);
        }
    }

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
    class Marking {
        @Test
        void markedRowsAreDecidedTogether() {
            var model = loaded();
            model.cursor().toggle(1);
            model.cursor().toggle(5);
            model.approve();
            assertThat(stored.calls()).containsExactly("approve [1, 4]");
            assertThat(model.cursor().marked().get()).isZero();
            assertThat(current(model)).isEqualTo(2);
        }

        @Test
        void extendingMarksEveryRowBetween() {
            var model = loaded();
            model.cursor().extendBy(1);
            model.cursor().extendBy(1);
            assertThat(IntStream.rangeClosed(1, 4).filter(i -> model.cursor().isMarked(i)))
                    .containsExactly(1, 2, 3);
            assertThat(current(model)).isEqualTo(3);
        }

        @Test
        void markingTheGroupTwiceTakesTheMarksOff() {
            var model = loaded();
            model.cursor().toggleGroup();
            assertThat(model.cursor().marked().get()).isEqualTo(2);
            model.cursor().toggleGroup();
            assertThat(model.cursor().marked().get()).isZero();
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

    @Nested
    class Meanwhile {
        @Test
        void decisionsMadeWhileTheListIsReadAreNotShownAgain() {
            IntStream.rangeClosed(1, 3).forEach(i -> stored.add(row(i, "S", "T", 1, 0.9 - i / 100.0)));
            var model = model(held);
            model.load();
            held.runAll();
            model.load();
            model.approve();
            held.runAll();
            assertThat(lines(model)).containsExactly("policy 1 (2)", "2", "3");
        }

        @Test
        void decisionMadeWhileRegroupingIsNotShownAgain() {
            IntStream.rangeClosed(1, 3).forEach(i -> stored.add(row(i, "S", "T", 1, 0.9 - i / 100.0)));
            var model = model(held);
            model.load();
            held.runAll();
            model.groupingProperty().set(Grouping.ACTION);
            model.approve();
            held.runAll();
            assertThat(lines(model)).doesNotContain("1").contains("2", "3");
        }
    }

    @Nested
    class AHundredThousand {
        @Test
        void rowsAreGroupedMovedThroughAndDecided() {
            var rows = SampleRows.many(100_000);
            rows.forEach(stored::add);
            var model = model(new DirectTasks());
            model.load();
            assertThat(model.lines()).hasSize(100_004);
            IntStream.range(0, 200).forEach(_ -> model.approve());
            assertThat(model.pendingProperty().get()).isEqualTo(99_800);
            model.cursor().moveTo(60_000);
            model.decideGroup(60_000, true);
            assertThat(model.lines().size()).isEqualTo(99_803 - 25_000);
            model.undo();
            assertThat(model.pendingProperty().get()).isEqualTo(99_800);
            assertThat(model.lines().stream().filter(TrayLine.Entry.class::isInstance))
                    .hasSize(99_800);
            assertThat(ids(model)).doesNotHaveDuplicates();
        }

        private List<Long> ids(ApprovalsViewModel model) {
            return model.lines().stream()
                    .filter(TrayLine.Entry.class::isInstance)
                    .map(line -> ((TrayLine.Entry) line).row())
                    .map(PendingRow::id)
                    .toList();
        }
    }
}
