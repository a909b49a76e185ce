package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ask.ModelSettings;
import io.countersign.ask.ModelSettings.Kind;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ModelViewTest {
    @TempDir
    private static Path home;

    @SuppressWarnings("NullAway.Init") // in show()
    private ModelStage screen;

    @Start
    void show(Stage stage) {
        screen = new ModelStage(home, new DirectTasks(), true);
        screen.file.save(ModelSettings.OFF);
        var location = Objects.requireNonNull(View.class.getResource("/views/settings-model.fxml"));
        var loader = new ViewLoader(Texts.of(Locale.ENGLISH), Map.of(ModelController.class, screen::controller));
        TestWindow.show(stage, loader.load(location).root());
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).queryAll().stream().allMatch(TestWindow::isShown);
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            var field = robot.lookup(id).queryAs(TextField.class);
            field.requestFocus();
            field.setText(text);
        });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void onlyTheSwitchIsShownWhileItIsOff(FxRobot robot) {
        assertThat(isShown(robot, "#modelAddress")).isFalse();
        assertThat(TestWindow.shows(robot, screen.said())).isTrue();
        assertThat(isShown(robot, "#modelStep")).isFalse();
    }

    @Test
    void aModelIsSetUpWithTheKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#modelOn").<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(robot.lookup("#modelAddress").queryAs(TextField.class).getText())
                .isEqualTo("http://localhost:11434");
        type(robot, "#modelName", "llama3.1");
        assertThat(screen.file.load())
                .isEqualTo(new ModelSettings(true, Kind.OLLAMA, "http://localhost:11434", "llama3.1", ""));
        assertThat(screen.state()).isEqualTo(new ModelState.Ready());
        assertThat(isShown(robot, "#modelStep")).isTrue();
    }

    @Test
    void mailGoesToAnotherComputerOnlyAfterTheButtonWasPressed(FxRobot robot) {
        robot.interact(() -> robot.lookup("#modelOn").<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
        type(robot, "#modelAddress", "https://models.example.com/v1");
        type(robot, "#modelName", "large");
        assertThat(screen.file.load().obstacle()).contains(ModelSettings.Obstacle.NOT_AGREED);
        robot.interact(() -> robot.lookup("#modelStep").<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(screen.file.load().obstacle()).isEmpty();
    }

    @Test
    void aKeyLeavesTheFieldOnceItIsKept(FxRobot robot) {
        robot.interact(() -> robot.lookup("#modelOn").<Node>query().requestFocus());
        robot.push(KeyCode.SPACE);
        type(robot, "#modelKey", "sk-secret");
        assertThat(robot.lookup("#modelKey").queryAs(PasswordField.class).getText())
                .isEmpty();
        assertThat(screen.key.find()).contains("sk-secret");
    }
}
