package io.countersign.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SegmentsTest {
    private enum Size {
        SMALL,
        MIDDLE,
        LARGE
    }

    private final ObjectProperty<Size> size = new SimpleObjectProperty<>(Size.MIDDLE);
    private final List<Size> chosen = new ArrayList<>();

    @Start
    void start(Stage stage) {
        var segments = new Segments<Size>();
        var bar = new HBox();
        for (var each : Size.values()) {
            bar.getChildren().add(segments.add(each, each.name(), each.name()));
        }
        segments.bind(size, now -> {
            chosen.add(now);
            size.set(now);
        });
        TestWindow.show(stage, bar);
    }

    private static List<String> selected(FxRobot robot) {
        return robot.lookup(".segment").queryAllAs(ToggleButton.class).stream()
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList();
    }

    @Test
    void showsTheValueThatIsSetWithoutTellingThatItWasChosen(FxRobot robot) {
        assertThat(selected(robot)).containsExactly("MIDDLE");
        robot.interact(() -> size.set(Size.LARGE));
        assertThat(selected(robot)).containsExactly("LARGE");
        assertThat(chosen).isEmpty();
    }

    @Test
    void whatIsClickedIsChosen(FxRobot robot) {
        robot.clickOn("#SMALL");
        assertThat(size.get()).isEqualTo(Size.SMALL);
        assertThat(chosen).containsExactly(Size.SMALL);
    }

    @Test
    void whatIsChosenStaysSoWhenClickedAgain(FxRobot robot) {
        robot.clickOn("#MIDDLE");
        assertThat(selected(robot)).containsExactly("MIDDLE");
        assertThat(chosen).isEmpty();
    }

    @Test
    void arrowKeysChooseTheButtonBeside(FxRobot robot) {
        robot.interact(() -> robot.lookup("#MIDDLE").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(size.get()).isEqualTo(Size.LARGE);
        assertThat(robot.lookup("#LARGE").query().isFocused()).isTrue();
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(chosen).containsExactly(Size.LARGE, Size.MIDDLE, Size.SMALL);
        assertThat(selected(robot)).containsExactly("SMALL");
    }

    @Test
    void isReadOutAsOneOfSeveral(FxRobot robot) {
        var button = robot.lookup("#MIDDLE").query();
        assertThat(button.getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
        assertThat(button.queryAccessibleAttribute(AccessibleAttribute.SELECTED))
                .isEqualTo(true);
    }

    @Test
    void buttonsOfALayoutFileStandForTheConstantsTheyName(FxRobot robot) {
        robot.interact(() -> {
            var group = new ToggleGroup();
            for (var each : Size.values()) {
                var button = new ToggleButton();
                button.setUserData(each.name());
                button.setToggleGroup(group);
            }
            var property = new SimpleObjectProperty<>(Size.LARGE);
            Segments.named(Size.class, group).bind(property);
            assertThat(group.getSelectedToggle().getUserData()).isEqualTo("LARGE");
            group.selectToggle(group.getToggles().getFirst());
            assertThat(property.get()).isEqualTo(Size.SMALL);
        });
    }
}
