package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.mail.Stage;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Cards in columns, by keyboard and by mouse. */
class BoardViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    private static ListView<?> lane(FxRobot robot, String stage) {
        return robot.lookup("#lane-" + stage).queryListView();
    }

    @Test
    void arrowsGoThroughTheBoardAndShiftMovesACard(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.DIGIT2);
        assertThat(model.openProperty().get()).isFalse();
        robot.interact(() -> listing.selectedProperty().set(Optional.of(row("Pinecone Rail"))));
        robot.interact(() -> lane(robot, "assessment").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(chosen().stage()).isEqualTo(Stage.SCREENING);
        robot.type(KeyCode.LEFT).type(KeyCode.J);
        assertThat(chosen().stage()).isEqualTo(Stage.ASSESSMENT);
        var moved = chosen().company();
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(row(moved).stage()).isEqualTo(Stage.SCREENING);
        assertThat(chosen().company()).isEqualTo(moved);
        assertThat(lane(robot, "screening").isFocused()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(model.openProperty().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(row(moved).stage()).isEqualTo(Stage.ASSESSMENT);
    }

    @Test
    void cardIsDraggedToAnotherColumnAndToTheEnd(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.BOARD));
        WaitForAsyncUtils.waitForFxEvents();
        robot.drag(card(robot, "Pinecone Rail")).dropTo("#lane-interview");
        assertThat(row("Pinecone Rail").stage()).isEqualTo(Stage.INTERVIEW);
        robot.drag(card(robot, "Copperfield")).dropTo("#lane-ended");
        assertThat(screen.dialogs.asked()).containsExactly("How did it end?");
        assertThat(row("Copperfield").stage()).isEqualTo(Stage.REJECTED);
        robot.interact(screen.toasts::press);
        assertThat(row("Copperfield").stage()).isEqualTo(Stage.ASSESSMENT);
    }

    private static Node card(FxRobot robot, String company) {
        return robot.lookup(node -> node instanceof CardCell cell
                        && cell.getItem() != null
                        && cell.getItem().company().equals(company))
                .query();
    }

    @Test
    void boardScrollsWhileACardIsHeldNearItsEdge(FxRobot robot) throws Exception {
        robot.interact(() -> {
            table(robot).getScene().getWindow().setWidth(720);
            model.tabProperty().set(Tab.BOARD);
        });
        WaitForAsyncUtils.waitForFxEvents();
        var scroll = robot.lookup("#board-scroll").queryAs(ScrollPane.class);
        robot.interact(() -> scroll.setHvalue(0));
        WaitForAsyncUtils.waitForFxEvents();
        var board = scroll.localToScreen(scroll.getBoundsInLocal());
        var middle = board.getMinY() + board.getHeight() / 2;

        robot.drag(card(robot, "Pinecone Rail")).moveTo(new Point2D(board.getMaxX() - 8, middle));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scroll.getHvalue() == scroll.getHmax());
        WaitForAsyncUtils.waitForFxEvents();
        var end = robot.lookup("#lane-ended").query().getParent();
        assertThat(end.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("target"));
        robot.moveTo(new Point2D(board.getMinX() + 8, middle));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scroll.getHvalue() == scroll.getHmin());
        robot.dropTo("#lane-applied");

        assertThat(row("Pinecone Rail").stage()).isEqualTo(Stage.APPLIED);
    }
}
