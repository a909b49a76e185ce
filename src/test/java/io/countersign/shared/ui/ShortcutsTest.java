package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShortcutsTest {
    private final CommandRegistry commands = new CommandRegistry();
    private boolean enabled = true;
    private int runs;

    @Start
    void show(Stage stage) {
        var button = new Button("list");
        var field = new TextField();
        var scene = new Scene(new VBox(button, field), 300, 200);
        commands.add(List.of(Command.of("edit", "Edit", "Test", () -> {
                    runs++;
                    field.requestFocus();
                })
                .keys("E")));
        Shortcuts.listen(scene, commands, () -> enabled);
        stage.setScene(scene);
        stage.show();
        button.requestFocus();
    }

    @Test
    void letterOfAKeyIsNotTypedIntoTheFieldThatItOpens(FxRobot robot) {
        robot.type(KeyCode.E);
        var field = robot.lookup(".text-field").queryAs(TextField.class);
        assertThat(field.isFocused()).isTrue();
        assertThat(field.getText()).isEmpty();
        robot.type(KeyCode.E).type(KeyCode.F);
        assertThat(field.getText()).isEqualTo("ef");
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void nothingRunsWhileItIsNotEnabled(FxRobot robot) {
        enabled = false;
        robot.type(KeyCode.E);
        assertThat(runs).isZero();
    }
}
