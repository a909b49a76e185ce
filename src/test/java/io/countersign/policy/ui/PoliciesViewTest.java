package io.countersign.policy.ui;

import static io.countersign.shared.ui.TestWindow.isShown;
import static io.countersign.shared.ui.TestWindow.shows;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import io.countersign.policy.Condition;
import io.countersign.policy.Condition.Operator;
import io.countersign.policy.MessageFields;
import io.countersign.policy.Operand;
import io.countersign.policy.Policy;
import io.countersign.policy.ui.ClauseDraft.Group;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.MailState;
import io.countersign.shared.ui.TestWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class PoliciesViewTest {
    @TempDir
    Path folder;

    private final PoliciesStage screen = PoliciesStage.standard(new DirectTasks());
    private final PoliciesViewModel model = screen.model;
    private final EditorViewModel editor = model.editor();

    @Start
    void show(Stage stage) {
        var scene = TestWindow.show(stage, screen.show(), screen.commands);
        layOut(scene.getRoot());
    }

    /** As the next frame would: a scroll pane takes its content in with its first styles. */
    private static void layOut(Parent root) {
        for (int i = 0; i < 3; i++) {
            root.applyCss();
            root.layout();
        }
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#policies").queryAs(ListView.class);
    }

    private void focusList(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
    }

    private EditorDraft draft() {
        return editor.draftProperty().get().orElseThrow();
    }

    private List<String> stored() {
        return screen.desk.all().stream().map(Policy::name).toList();
    }

    private void choose(FxRobot robot, long id) {
        robot.interact(() -> {
            model.select(id);
            layOut(list(robot).getScene().getRoot());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void keysGoThroughTheListAndSwitchAndMoveAPolicy(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.J).type(KeyCode.DOWN);
        assertThat(model.selectedProperty().get()).contains(3L);
        robot.type(KeyCode.SPACE);
        assertThat(screen.desk.all().get(2).enabled()).isFalse();
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(stored()).startsWith("Risky attachments", "Interviews with a date", "Suspicious mail");
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.type(KeyCode.Z).type(KeyCode.Z);
        assertThat(screen.desk.all().get(2).enabled()).isTrue();
        assertThat(stored()).startsWith("Risky attachments", "Suspicious mail", "Interviews with a date");
        robot.type(KeyCode.DELETE);
        assertThat(stored()).doesNotContain("Interviews with a date");
        robot.interact(screen.toasts::press);
        assertThat(stored()).contains("Interviews with a date");
    }

    @Test
    void policyIsDraggedToAnotherPlace(FxRobot robot) {
        var from = cell(robot, 4);
        var to = cell(robot, 0);
        robot.drag(from, MouseButton.PRIMARY).dropTo(robot.point(to).atOffset(0, -to.getHeight() / 2 + 4));
        assertThat(stored()).startsWith("Assessments", "Risky attachments");
    }

    private static Bounds cell(FxRobot robot, int index) {
        return robot.lookup(".policy-cell").queryAllAs(PolicyCell.class).stream()
                .filter(cell -> cell.getIndex() == index && !cell.isEmpty())
                .findFirst()
                .map(cell -> {
                    // Beside the words: in the middle lies nothing that takes a press for itself.
                    return cell.localToScreen(cell.getBoundsInLocal());
                })
                .orElseThrow();
    }

    @Test
    void newPolicyIsWrittenAndSavedByKeysAlone(FxRobot robot) {
        focusList(robot);
        robot.type(KeyCode.N);
        assertThat(robot.lookup("#policy-name").query().isFocused()).isTrue();
        robot.write("Sales");
        robot.interact(
                () -> robot.lookup(".add-clause").queryAs(ButtonBase.class).requestFocus());
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".value-field").query().isFocused()).isTrue();
        robot.write("sale");
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        assertThat(stored()).contains("Sales");
        assertThat(screen.desk.all().getLast().condition())
                .isEqualTo(new Condition.All(List.of(new Condition.Leaf(
                        Operator.CONTAINS, MessageFields.named("subject"), new Operand.Text("sale")))));
        assertThat(screen.toasts.said()).containsExactly("Saved Sales · Undo");
    }

    @Test
    void builderAndJsonFollowEachOther(FxRobot robot) {
        choose(robot, 10);
        var json = robot.lookup("#condition-json").queryAs(TextArea.class);
        assertThat(json.getText()).startsWith("{\"all\": [\n  {\"eq\": [\"category\", \"promotion\"]}");
        assertThat(robot.lookup(".clause-row").queryAll()).hasSize(3);

        robot.interact(() -> json.setText("{\"contains\": [\"subject\", \"sale\"]}"));
        assertThat(robot.lookup(".clause-row").queryAll()).hasSize(1);
        var value = robot.lookup(".value-field").queryAs(TextField.class);
        assertThat(value.getText()).isEqualTo("sale");

        robot.clickOn(value).type(KeyCode.END).write("s");
        assertThat(json.getText()).isEqualTo("{\"contains\": [\"subject\", \"sales\"]}");

        robot.interact(() -> json.setText("{\"contains\": [\"subject\", \"sales\""));
        assertThat(robot.lookup(".value-field").queryAs(TextField.class).getText())
                .isEqualTo("sales");
        assertThat(shows(robot, "Line 1: Not JSON")).isTrue();
        robot.clickOn("#drop-json");
        assertThat(json.getText()).isEqualTo("{\"contains\": [\"subject\", \"sales\"]}");
    }

    @Test
    void fieldComparisonAndValueAreChosenFromMenus(FxRobot robot) {
        choose(robot, 10);
        robot.interact(() -> {
            var field = choices(robot, ".field-choice", MessageFields.named("category"))
                    .getFirst();
            field.choose(MessageFields.named("starred"));
        });
        assertThat(draft().json()).contains("{\"eq\": [\"starred\", true]}");
        robot.interact(() -> {
            var kind = robot.lookup(".group-choice").queryAs(MenuButton.class);
            kind.show();
            kind.getItems().get(1).fire();
            kind.hide();
        });
        assertThat(draft().json()).startsWith("{\"any\": [");
    }

    @SuppressWarnings("unchecked")
    private static <T> List<ChoiceButton<T>> choices(FxRobot robot, String style, T shown) {
        return robot.lookup(style).queryAllAs(ChoiceButton.class).stream()
                .map(button -> (ChoiceButton<T>) button)
                .filter(button -> shown.equals(button.shown()))
                .toList();
    }

    @Test
    void clauseIsMovedAndRemovedByKeys(FxRobot robot) {
        choose(robot, 10);
        robot.interact(() -> choices(robot, ".field-choice", MessageFields.named("category"))
                .getFirst()
                .requestFocus());
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(((Group) draft().tree()).parts().getLast())
                .isInstanceOfSatisfying(
                        ClauseDraft.Leaf.class,
                        leaf -> assertThat(leaf.field().name()).isEqualTo("category"));
        robot.press(KeyCode.CONTROL).type(KeyCode.DELETE).release(KeyCode.CONTROL);
        assertThat(((Group) draft().tree()).parts()).hasSize(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(((Group) draft().tree()).parts()).hasSize(2);
    }

    @Test
    void exceptionsAreOneClick(FxRobot robot) {
        choose(robot, 10);
        robot.clickOn("#except-starred");
        assertThat(draft().json()).contains("{\"not\": {\"eq\": [\"starred\", true]}}");
        robot.clickOn("#except-subject");
        assertThat(robot.lookup(".value-field").query().isFocused()).isTrue();
        robot.write("receipt");
        assertThat(draft().json()).contains("{\"not\": {\"contains\": [\"subject\", \"receipt\"]}}");
        assertThat(editor.complete()).isPresent();
    }

    @Test
    void valuesOfThePersonsOwnMailAreOffered(FxRobot robot) throws Exception {
        choose(robot, 10);
        robot.clickOn("#except-from");
        robot.write("greenhouse");
        wait(() -> robot.lookup(".completions")
                .tryQuery()
                .filter(TestWindow::isShown)
                .isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(draft().json()).contains("{\"eq\": [\"from\", \"jobs@greenhouse.io\"]}");
    }

    private static void wait(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, java.util.concurrent.TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void choicesAreChips(FxRobot robot) {
        robot.interact(() -> editor.setJson("{\"in\": [\"senderDomain\", [\"shop.example\", \"acme.example\"]]}"));
        assertThat(robot.lookup(".value-chip").queryAll()).hasSize(2);
        var adder = robot.lookup(".chip-field").queryAs(TextField.class);
        robot.clickOn(adder).write("greenhouse.io").type(KeyCode.ENTER);
        assertThat(draft().json())
                .isEqualTo("{\"in\": [\"senderDomain\", [\"shop.example\", \"acme.example\", \"greenhouse.io\"]]}");
        var first = robot.lookup(".value-chip")
                .queryAllAs(ButtonBase.class)
                .iterator()
                .next();
        robot.interact(first::fire);
        assertThat(draft().json()).isEqualTo("{\"in\": [\"senderDomain\", [\"acme.example\", \"greenhouse.io\"]]}");
    }

    @Test
    void matchingMailIsCountedAndReadInPlace(FxRobot robot) {
        choose(robot, 2);
        assertThat(shows(robot, "of your 400 mails")).isTrue();
        var line = robot.lookup(".policy-mails .mail-line")
                .queryAllAs(ButtonBase.class)
                .iterator()
                .next();
        robot.interact(line::fire);
        assertThat(model.mails().openProperty().get()).isInstanceOf(MailState.Ready.class);
        assertThat(robot.lookup(".open-mail .selectable-text").query().getAccessibleText())
                .startsWith("The text of mail");
    }

    @Test
    void simulationSaysPrecisionInWordsAndItsNumbersOpenTheirMails(FxRobot robot) {
        choose(robot, 9);
        focusList(robot);
        robot.type(KeyCode.DIGIT2);
        assertThat(shows(robot, "Of 100 proposals you would approve about 83; between 69 and 92 is likely."))
                .isTrue();
        assertThat(shows(robot, "“Suspicious mail”, which is tried earlier")).isTrue();
        var agree = robot.lookup("#simulation-agree").queryAs(ButtonBase.class);
        robot.interact(agree::fire);
        assertThat(model.mails().mailsProperty().get()).isNotEmpty().allMatch(mail -> mail.id() % 2 == 0);
    }

    @Test
    void importIsPreviewedAndLeft(FxRobot robot) throws IOException {
        var file = folder.resolve("bad.json");
        Files.writeString(
                file, "[{\"name\":\"Bad\",\"condition\":{\"eq\":[\"category\",\"offerr\"]},\"action\":\"mark_read\"}]");
        robot.interact(() -> model.files().preview(file));
        assertThat(shows(robot, "bad.json cannot be imported")).isTrue();
        assertThat(shows(robot, "Entry 1")).isTrue();
        assertThat(shows(robot, "policies[0].condition.eq[1]")).isTrue();
        robot.clickOn("#leave-import");
        assertThat(isShown(robot.lookup("#policy-name").query())).isTrue();
    }

    @Test
    void offeredDraftSaysWhereItComesFrom(FxRobot robot) {
        robot.interact(() -> {
            screen.offers.edit(
                    new Policy(
                            0,
                            0,
                            "Archive: always for news.example",
                            "",
                            true,
                            9,
                            new Condition.Leaf(
                                    Operator.EQ, MessageFields.named("listId"), new Operand.Text("news.example")),
                            new Action.Archive(),
                            0.9,
                            false),
                    "From the proposal about “Coupon”.");
            model.shown();
        });
        assertThat(shows(robot, "From the proposal about “Coupon”.")).isTrue();
        robot.clickOn("#except-starred");
        robot.clickOn("#save-policy");
        assertThat(stored()).contains("Archive: always for news.example");
        assertThat(shows(robot, "From the proposal about “Coupon”.")).isFalse();
    }

    @Test
    void whereThereIsNoRoomForBothTheEditorTakesThePlaceOfTheList(FxRobot robot) {
        var scene = list(robot).getScene();
        robot.interact(() -> {
            scene.getWindow().setWidth(760);
            layOut(scene.getRoot());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#policy-name").tryQuery()).isEmpty();
        focusList(robot);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#policies").tryQuery()).isEmpty();
        robot.interact(() -> layOut(scene.getRoot()));
        robot.clickOn("#back-to-list");
        robot.interact(() -> layOut(scene.getRoot()));
        assertThat(list(robot).isFocused()).isTrue();
    }

    @Test
    void everythingThatCanBePressedHasAName(FxRobot robot) {
        choose(robot, 3);
        var nameless = robot.lookup(node -> node instanceof ButtonBase button
                        && isShown(node)
                        && button.isFocusTraversable()
                        && (button.getText() == null || button.getText().isBlank())
                        && (button.getAccessibleText() == null
                                || button.getAccessibleText().isBlank()))
                .queryAll();
        assertThat(nameless).isEmpty();
        var fields = robot.lookup(node -> node instanceof TextField
                        && isShown(node)
                        && (node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank()))
                .queryAll();
        assertThat(fields).isEmpty();
    }

    @Test
    void lintStandsAtItsClause(FxRobot robot) {
        robot.interact(() -> editor.setJson(
                "{\"all\": [\n  {\"eq\": [\"starred\", true]},\n  {\"regex\": [\"subject\", \"x*\"]}\n]}"));
        var rows = robot.lookup(".clause-row").queryAllAs(Parent.class);
        var said = rows.stream()
                .filter(row -> !row.lookupAll(".finding").isEmpty())
                .toList();
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().lookup(".pattern")).isNotNull();
    }
}
