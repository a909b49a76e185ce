package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposalStatus;
import io.countersign.approval.QueueOrder;
import io.countersign.approval.SampleRows;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.shared.ui.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Deciding by mouse and by keys, and what the tray says about it. */
class ApprovalsViewTest extends TrayScreen {
    @Start
    void show(Stage stage) {
        open(stage);
    }

    @Test
    void approvingByMouseTakesTheRowAwayAndChoosesTheNext(FxRobot robot) {
        long first = current();
        robot.clickOn("#approve");
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(current()).isNotEqualTo(first);
        assertThat(list(robot).getSelectionModel().getSelectedIndex())
                .isEqualTo(model.cursor().index().get());
        assertThat(toasts.said().getLast()).endsWith("· Undo");
    }

    @Test
    void rejectingByMouseIsRecorded(FxRobot robot) {
        robot.clickOn("Kaffeewerk");
        long chosen = current();
        robot.clickOn("#reject");
        assertThat(stored.statusOf(chosen)).isEqualTo(ProposalStatus.REJECTED);
        assertThat(toasts.said()).containsExactly("Rejected 1 · Undo");
    }

    @Test
    void groupIsApprovedFromItsHeaderAndTakenBackByTheToast(FxRobot robot) {
        int before = model.pendingProperty().get();
        var header = (TrayLine.Header) model.lines().getFirst();
        robot.clickOn(texts(robot, "Approve all").stream()
                .min(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()))
                .orElseThrow());
        assertThat(model.pendingProperty().get()).isEqualTo(before - header.count());
        robot.interact(toasts::press);
        assertThat(model.pendingProperty().get()).isEqualTo(before);
        assertThat(toasts.said().getLast()).isEqualTo("Taken back: " + header.count());
    }

    @Test
    void everythingCanBeDoneByKeys(FxRobot robot) {
        long first = current();
        robot.type(KeyCode.A);
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.EXECUTED);
        robot.type(KeyCode.Z);
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.PENDING);
        assertThat(current()).isEqualTo(first);
        robot.type(KeyCode.J);
        long second = current();
        robot.type(KeyCode.R);
        assertThat(stored.statusOf(second)).isEqualTo(ProposalStatus.REJECTED);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(stored.statusOf(second)).isEqualTo(ProposalStatus.PENDING);
        robot.type(KeyCode.K).type(KeyCode.X).push(KeyCode.SHIFT, KeyCode.J);
        robot.push(KeyCode.SHIFT, KeyCode.J);
        assertThat(model.cursor().marked().get()).isGreaterThanOrEqualTo(3);
        long lowest = current();
        robot.push(KeyCode.SHIFT, KeyCode.K);
        assertThat(current()).isNotEqualTo(lowest);
        assertThat(model.cursor().marked().get()).isGreaterThanOrEqualTo(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(model.cursor().marked().get()).isZero();
        robot.type(KeyCode.DIGIT2);
        assertThat(model.shownGrouping()).isEqualTo(Grouping.SENDER);
        robot.type(KeyCode.DIGIT1).type(KeyCode.HOME);
        long always = current();
        robot.push(KeyCode.SHIFT, KeyCode.A);
        assertThat(stored.calls()).contains("always " + always);
    }

    @Test
    void arrowsMoveFoldAndUnfold(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(model.cursor().index().get()).isEqualTo(2);
        robot.type(KeyCode.LEFT);
        assertThat(model.cursor().current().get()).isInstanceOf(TrayLine.Header.class);
        robot.type(KeyCode.RIGHT);
        assertThat(model.cursor().index().get()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(model.cursor().marked().get())
                .isEqualTo(((TrayLine.Header) model.lines().getFirst()).count());
    }

    @Test
    void failingExecutorIsExplainedOnTheRow(FxRobot robot) {
        long first = current();
        stored.failToExecute(first, true);
        robot.type(KeyCode.A);
        assertThat(texts(robot, "Not done: The mailbox is read-only.")).hasSize(1);
        assertThat(toasts.said().getLast()).isEqualTo("1 not done: The mailbox is read-only. · Undo");
    }

    @Test
    void brokenDatabaseBringsTheRowBackInWords(FxRobot robot) {
        stored.breakDown(true);
        robot.type(KeyCode.A);
        assertThat(texts(robot, "Not done: The database did not answer")).hasSize(1);
    }

    @Test
    void aPolicyThatEarnedItAsksCalmlyAndWearsItsBadgeAfterYes(FxRobot robot) {
        trust.set(1, "Promotions past their end", TrustLevel.EARNED, Optional.empty());
        reload(robot);
        assertThat(texts(robot, "you approved 73 of 73. Do it alone from now on?"))
                .hasSize(1);

        robot.clickOn("Yes");

        assertThat(texts(robot, "Do it alone from now on?")).isEmpty();
        assertThat(robot.lookup(".tray-group .chip.accent").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(chip -> ((Label) chip).getText()))
                .containsExactly("automatic");
        assertThat(toasts.said().getLast()).contains("acts alone from now on");
    }

    @Test
    void theSurestComeFirstByOneSwitch(FxRobot robot) {
        robot.clickOn("#surest");
        assertThat(model.orderProperty().get()).isEqualTo(QueueOrder.CONFIDENCE);
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.O);
        assertThat(robot.lookup("#surest").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    @Test
    void alwaysWithExceptionsLeavesForThePolicies(FxRobot robot) {
        robot.type(KeyCode.J);
        robot.press(KeyCode.SHIFT).type(KeyCode.E).release(KeyCode.SHIFT);
        assertThat(visited).containsExactly(View.POLICIES);
    }

    @Test
    void whatTheListIsNarrowedToBecomesAPolicyOrIsSimulatedByOneClick(FxRobot robot) {
        assertThat(robot.lookup("#with-all").query().isVisible()).isFalse();
        robot.interact(() -> model.filterProperty().set("Nordmann"));
        robot.clickOn("#with-all").clickOn("#filter-policy");
        assertThat(visited).containsExactly(View.POLICIES);
        robot.clickOn("#with-all").clickOn("#filter-simulate");
        assertThat(visited).containsExactly(View.POLICIES, View.POLICIES);
    }

    @Test
    void whatIsListedIsWrittenIntoAFile(FxRobot robot, @TempDir Path folder) throws Exception {
        var file = folder.resolve("proposals.csv");
        files.saveTo(file);
        robot.interact(() -> model.filterProperty().set("Nordmann"));
        robot.clickOn("#with-all").clickOn("#filter-export");
        assertThat(Files.readAllLines(file))
                .hasSize(1 + model.shownProperty().get())
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("date,from_name"))
                .satisfies(lines ->
                        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("Nordmann")));
        assertThat(toasts.said().getLast()).contains("written to proposals.csv");
    }

    @Test
    void aHundredThousandRowsScrollAndAreDecided(FxRobot robot) {
        SampleRows.many(100_000).stream()
                .map(row -> new PendingRow(
                        row.id() + 1_000,
                        row.messageId(),
                        row.from(),
                        row.subject(),
                        row.receivedAt(),
                        row.policyId() + 10,
                        row.policyName(),
                        row.action(),
                        row.confidence()))
                .forEach(stored::add);
        reload(robot);
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.END);
        long last = current();
        robot.type(KeyCode.A);
        assertThat(stored.statusOf(last)).isEqualTo(ProposalStatus.EXECUTED);
        robot.interact(() -> model.cursor().moveTo(50_000));
        robot.type(KeyCode.PAGE_DOWN).type(KeyCode.R).type(KeyCode.R);
        assertThat(stored.calls()).hasSize(3);
        long cells = robot.lookup(".tray-cell").queryAll().size();
        assertThat(cells).isLessThan(60);
    }
}
