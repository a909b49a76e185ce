package io.countersign.job.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.InMemoryJobDesk;
import io.countersign.job.Schedule;
import io.countersign.job.ui.JobLine.Phase;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.TestWindow;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class JobsViewTest {
    private final InMemoryJobDesk desk = InMemoryJobDesk.usual(JobsStage.NOW);

    @SuppressWarnings("NullAway.Init") // in show()
    private JobsStage screen;

    @Start
    void show(Stage stage) {
        screen = new JobsStage(desk, new DirectTasks(), Locale.ENGLISH);
        TestWindow.show(stage, screen.show(), screen.commands);
        stage.getScene().lookup("#jobs").requestFocus();
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream().anyMatch(TestWindow::isShown);
    }

    private void goTo(FxRobot robot, String job) {
        robot.interact(() -> {
            var list = robot.lookup("#jobs").queryAs(ListView.class);
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(screen.model.lines().indexOf(screen.line(job)));
        });
    }

    @Test
    void aJobIsChosenRunAndPausedWithTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.DOWN);
        assertThat(TestWindow.shows(robot, "every day at 2:15")).isTrue();
        robot.push(KeyCode.R);
        assertThat(screen.toasts.said()).last().asString().startsWith("Policy statistics: done");
        robot.push(KeyCode.P);
        assertThat(screen.line("policy-stats").state().paused()).isTrue();
        assertThat(isShown(robot, "#jobResume")).isTrue();
        robot.push(KeyCode.P);
        assertThat(screen.line("policy-stats").state().paused()).isFalse();
    }

    @Test
    void aRunIsStoppedAndTheButtonThatTakesItsPlaceKeepsTheKeyboard(FxRobot robot) {
        goTo(robot, "embeddings");
        assertThat(isShown(robot, "#jobRun")).isFalse();
        robot.interact(() -> robot.lookup("#jobCancel").<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(desk.cancelled()).containsExactly("embeddings");
        assertThat(screen.line("embeddings").phase()).isEqualTo(Phase.RESTING);
        assertThat(robot.lookup("#jobRun").<Node>query().isFocused()).isTrue();
    }

    @Test
    void aScheduleIsTypedCheckedAndKeptWithTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.E);
        assertThat(robot.lookup("#scheduleKind").<Node>query().isFocused()).isTrue();
        robot.push(KeyCode.TAB);
        var time = robot.lookup("#scheduleTime").queryAs(TextField.class);
        assertThat(time.isFocused()).isTrue();
        robot.interact(() -> time.setText("29:00"));
        assertThat(TestWindow.shows(robot, "Enter a time of day")).isTrue();
        assertThat(robot.lookup("#scheduleSave").<Node>query().isDisabled()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(screen.line("ats-enrichment").state().schedule()).isEqualTo(new Schedule.Daily(LocalTime.of(2, 0)));
        robot.interact(() -> time.setText("6:45"));
        robot.push(KeyCode.ENTER);
        assertThat(screen.line("ats-enrichment").state().schedule()).isEqualTo(new Schedule.Daily(LocalTime.of(6, 45)));
        assertThat(isShown(robot, "#scheduleTime")).isFalse();
    }

    @Test
    void escapeLeavesTheScheduleAsItWas(FxRobot robot) {
        robot.push(KeyCode.E);
        robot.interact(
                () -> robot.lookup("#scheduleTime").queryAs(TextField.class).setText("6:45"));
        robot.push(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#scheduleTime")).isFalse();
        assertThat(screen.line("ats-enrichment").state().schedule()).isEqualTo(new Schedule.Daily(LocalTime.of(2, 0)));
        assertThat(robot.lookup("#jobEdit").<Node>query().isFocused()).isTrue();
    }

    @Test
    void theLogOfARunIsShownWhenItIsChosen(FxRobot robot) {
        goTo(robot, "index-catch-up");
        assertThat(isShown(robot, "#runLog")).isFalse();
        robot.interact(() -> robot.lookup("#runs").<Node>query().requestFocus());
        assertThat(isShown(robot, "#runLog")).isTrue();
        assertThat(robot.lookup("#runLog").queryAs(TextInputControl.class).getText())
                .contains("did not answer in time", "caused by: timeout");
    }

    @Test
    void eachRowIsReadOutWhole(FxRobot robot) {
        var spokenRows = robot.lookup(".job-cell").queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
        assertThat(spokenRows)
                .anySatisfy(spoken -> assertThat(spoken)
                        .startsWith("Backup, done, every day at 3:00")
                        .contains("next run: tomorrow", "48.2 MB"));
    }
}
