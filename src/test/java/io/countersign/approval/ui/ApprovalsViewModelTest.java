package io.countersign.approval.ui;

import static io.countersign.approval.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.PendingRow;
import io.countersign.approval.QueueOrder;
import io.countersign.approval.SampleRows;
import io.countersign.shared.task.DirectTasks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the tray shows, marks and keeps in step while it is read anew. */
class ApprovalsViewModelTest extends TrayModelTest {
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
        model.simulateFiltered();
        assertThat(notices.said().getLast()).isEqualTo(notices.said().getFirst().replace("EDIT", "SIMULATE"));
    }

    @Test
    void whatIsListedIsExportedInItsOrderAlsoOfClosedGroups() {
        var model = loaded();
        model.toggleGroup(0);
        model.filterProperty().set("nordmann");
        model.exportFiltered();
        assertThat(notices.said()).containsExactly("EXPORT [Rain jackets, Boots]");
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
