package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.odds.Funnel;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import io.countersign.mail.Stage;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** How far applications came, in words and as a way to them. */
class FunnelViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void funnelTellsEachBarInWords(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.DIGIT3);
        var bars = robot.lookup(".funnel-bar").match(Node::isFocusTraversable).<Node>queryAll();
        assertThat(bars).hasSize(7);
        assertThat(bars.iterator().next().getAccessibleText())
                .startsWith("Applied: reached by 33 of 33 applications (100%).");
        robot.type(KeyCode.DOWN);
        assertThat(shows(robot, "Assessment: reached by")).isTrue();
        robot.clickOn("#by-system");
        assertThat(shows(robot, "Greenhouse")).isTrue();
        assertThat(shows(robot, "too few answers")).isTrue();
        robot.type(KeyCode.N);
        assertThat(model.tabProperty().get()).isEqualTo(Tab.RISK);
        assertThat(model.formProperty().get()).isEqualTo(Form.ADD);
    }

    private static List<Node> bars(FxRobot robot) {
        return List.copyOf(
                robot.lookup(".funnel-bar").match(Node::isFocusTraversable).<Node>queryAll());
    }

    private Button chip(FxRobot robot) {
        return robot.lookup("#part").queryButton();
    }

    @Test
    void barOpensItsApplicationsByEnterAndEscLeavesThem(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.DIGIT3).type(KeyCode.DOWN, 3);
        assertThat(bars(robot).get(3).getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
        robot.type(KeyCode.ENTER);
        assertThat(model.tabProperty().get()).isEqualTo(Tab.RISK);
        assertThat(rows())
                .hasSize(step(Stage.INTERVIEW).reached())
                .anyMatch(ApplicationRow::isEnded)
                .allMatch(row -> row.stage() == Stage.HIRED
                        || row.application().state().furthest().compareTo(Stage.INTERVIEW) >= 0);
        assertThat(table(robot).isFocused()).isTrue();
        assertThat(chip(robot).isVisible()).isTrue();
        assertThat(chip(robot).getText()).isEqualTo("Reached: Interview");
        assertThat(chip(robot).getAccessibleText()).startsWith("Only: Reached: Interview.");
        assertThat(robot.lookup("#scope-all").queryAs(Labeled.class).getText()).isEqualTo("All " + rows().size());

        robot.type(KeyCode.J).type(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
        assertThat(chip(robot).isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(chip(robot).isVisible()).isFalse();
        assertThat(rows()).hasSize(25);
    }

    @Test
    void rowAndNameOfAGroupOpenTheirApplicationsByClickAndTheChipLeavesThem(FxRobot robot) {
        robot.interact(() -> model.tabProperty().set(Tab.FUNNEL));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(bars(robot).get(5));
        assertThat(rows()).hasSize(step(Stage.OFFER).reached());
        robot.clickOn("#part");
        assertThat(rows()).hasSize(25);
        assertThat(table(robot).isFocused()).isTrue();

        robot.interact(() -> model.tabProperty().set(Tab.FUNNEL));
        robot.clickOn("#by-system").clickOn("Workday");
        assertThat(rows())
                .isNotEmpty()
                .allMatch(row -> row.application().system().equals(Optional.of("workday")));
        assertThat(chip(robot).getText()).isEqualTo("Through Workday");
    }

    private Funnel.Step step(Stage stage) {
        return model.snapshotProperty().get().funnel().steps().stream()
                .filter(step -> step.stage() == stage)
                .findFirst()
                .orElseThrow();
    }
}
