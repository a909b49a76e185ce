package io.countersign.ats.ui;

import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.ats.JoinQuestion;
import io.countersign.ats.ui.ApplicationsViewModel.Form;
import io.countersign.mail.Stage;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the person says about applications is told and can be taken back. */
class CorrectionsViewTest extends SampleScreen {
    @Start
    void start(javafx.stage.Stage stage) {
        open(stage);
    }

    @Test
    void asksWhetherAnApplicationIsPartOfAnotherOne(FxRobot robot) {
        var apart = row("Orchard Health");
        var candidate = row("Kestrel Maps");
        desk.desk().asking(new JoinQuestion(apart.id(), List.of(candidate.id())));
        robot.interact(model::load);
        choose(robot, "Lumen Grid");
        assertThat(robot.lookup("#join-question").query().isVisible()).isFalse();

        choose(robot, "Orchard Health");
        assertThat(shows(robot, "Part of Kestrel Maps")).isTrue();
        robot.clickOn("None of these");

        assertThat(robot.lookup("#join-question").query().isVisible()).isFalse();
        assertThat(chosen().company()).isEqualTo("Orchard Health");
        assertThat(table(robot).isFocused()).isTrue();
        assertThat(screen.toasts.said().getLast()).startsWith("Orchard Health");
    }

    @Test
    void longNamesInTheQuestionWrapAndWidenNothing(FxRobot robot) {
        var apart = row("Orchard Health");
        var longest = model.snapshotProperty().get().rows().stream()
                .max(Comparator.comparingInt(one -> one.company().length()))
                .orElseThrow();
        desk.desk().asking(new JoinQuestion(apart.id(), List.of(longest.id())));
        robot.interact(model::load);
        choose(robot, "Orchard Health");
        var detail = robot.lookup("#application-detail").<Region>query();
        assertThat(robot.lookup("#join-question").<Region>query().getWidth()).isLessThan(detail.getWidth());
        var begin = robot.lookup("#draft-begin").<Region>query();
        assertThat(begin.localToScene(begin.getBoundsInLocal()).getMaxX())
                .isLessThan(detail.localToScene(detail.getBoundsInLocal()).getMaxX());
    }

    @Test
    @SuppressWarnings("unchecked")
    void correctedStageIsToldAndTakenBackByKey(FxRobot robot) {
        choose(robot, "Orchard Health");
        focusList(robot);
        robot.type(KeyCode.C);
        var stage = (ComboBox<io.countersign.shared.ui.Choice<Stage>>)
                robot.lookup("#form-stage").queryAs(ComboBox.class);
        assertThat(stage.isFocused()).isTrue();
        robot.interact(() -> stage.setValue(stage.getItems().stream()
                .filter(choice -> choice.value() == Stage.SCREENING)
                .findFirst()
                .orElseThrow()));
        robot.clickOn("#save-form");
        assertThat(row("Orchard Health").stage()).isEqualTo(Stage.SCREENING);
        assertThat(screen.toasts.said()).containsExactly("Orchard Health: Screening · Undo");
        focusList(robot);
        robot.type(KeyCode.Z);
        assertThat(row("Orchard Health").stage()).isEqualTo(Stage.APPLIED);
        assertThat(screen.toasts.said()).last().isEqualTo("Taken back");
    }

    @Test
    void renamingNeedsACompany(FxRobot robot) {
        choose(robot, "Kestrel Maps");
        focusList(robot);
        robot.type(KeyCode.R);
        var company = robot.lookup("#form-company").queryAs(TextField.class);
        robot.interact(company::clear);
        robot.clickOn("#save-form");
        assertThat(shows(robot, "Name the company")).isTrue();
        robot.clickOn(company).write("Kestrel Cartography").type(KeyCode.ENTER);
        assertThat(chosen().company()).isEqualTo("Kestrel Cartography");
        assertThat(model.formProperty().get()).isEqualTo(Form.NONE);
    }

    @Test
    void twoAreMergedAndMailsSplitOff(FxRobot robot) {
        choose(robot, "Kestrel Maps");
        focusList(robot);
        robot.type(KeyCode.M);
        robot.clickOn("#form-search").write("orchard").type(KeyCode.ENTER);
        assertThat(model.snapshotProperty().get().rows()).hasSize(32);
        assertThat(chosen().application().timeline()).hasSize(4);
        focusList(robot);
        robot.type(KeyCode.S);
        var boxes = robot.lookup(".ask-mails .check-box").queryAllAs(CheckBox.class);
        assertThat(boxes).hasSize(4);
        assertThat(robot.lookup("#save-form").query().isDisabled()).isTrue();
        robot.clickOn(boxes.stream().skip(2).findFirst().orElseThrow());
        robot.clickOn("#save-form");
        assertThat(model.snapshotProperty().get().rows()).hasSize(33);
        assertThat(screen.toasts.said())
                .containsExactly(
                        "Merged Kestrel Maps · Platform Engineer with Orchard Health · Backend Engineer · Undo",
                        "Split off one mail of Kestrel Maps · Undo");
    }

    @Test
    void followUpAndDismissalAreNoted(FxRobot robot) {
        choose(robot, "Orchard Health");
        robot.clickOn("#followed-up");
        assertThat(row("Orchard Health").application().state().followUps()).isEqualTo(1);
        var more = robot.lookup("#more").queryAs(MenuButton.class);
        robot.interact(() -> more.getItems().getLast().fire());
        assertThat(model.snapshotProperty().get().rows()).hasSize(32);
        robot.interact(screen.toasts::press);
        assertThat(model.snapshotProperty().get().rows()).hasSize(33);
    }

    @Test
    void addingSaysWhereThePersonAppliedBeforeAndShowsTheNewOne(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.N);
        assertThat(robot.lookup("#form-company").query().isFocused()).isTrue();
        robot.write("lumen grid");
        assertThat(shows(robot, "You applied here before")).isTrue();
        assertThat(shows(robot, "Lumen Grid · Senior Data Engineer · Oct 21 · Interview"))
                .isTrue();
        robot.interact(
                () -> robot.lookup("#form-company").queryAs(TextField.class).setText("Tannenhof"));
        assertThat(robot.lookup("#known-already").query().isVisible()).isFalse();
        robot.clickOn("#form-role").write("Gardener").type(KeyCode.ENTER);
        assertThat(chosen().company()).isEqualTo("Tannenhof");
        assertThat(chosen().role()).isEqualTo("Gardener");
        assertThat(screen.toasts.said()).containsExactly("Added: Tannenhof · Undo");
    }
}
