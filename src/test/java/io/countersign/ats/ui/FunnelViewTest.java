package io.countersign.ats.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.ats.ui.ApplicationsViewModel.Tab;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

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
}
