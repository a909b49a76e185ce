package io.countersign.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Action;
import io.countersign.search.Facet;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.ui.SampleSearch;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CompletingField;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.View;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SearchAndAskViewTest {
    private final SampleSearch desk = SampleSearch.jobSeeker();

    @SuppressWarnings("NullAway.Init") // in show()
    private SearchAndAskStage screen;

    @Start
    void show(Stage stage) {
        screen = new SearchAndAskStage(desk, new DirectTasks(), Locale.ENGLISH);
        TestWindow.show(stage, screen.show(), screen.commands);
        screen.controller().focus();
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#hits").queryListView();
    }

    private static String subject(FxRobot robot) {
        return robot.lookup("#mail-subject").queryAll().stream()
                .filter(TestWindow::isShown)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#search-field").queryAs(TextField.class);
    }

    @Test
    void oneTypesAtOnceAndFindsWhileTyping(FxRobot robot) {
        assertThat(field(robot).isFocused()).isTrue();
        robot.write("interv");
        assertThat(list(robot).getItems()).hasSize(11);
        assertThat(subject(robot)).startsWith("Interview: Senior");
        assertThat(TestWindow.shows(robot, "11 mails")).isTrue();
    }

    @Test
    void theKeyboardAloneGoesThroughTheMails(FxRobot robot) {
        robot.write("interview");
        var first = subject(robot);
        robot.push(KeyCode.DOWN);
        var second = subject(robot);
        assertThat(second).isNotEqualTo(first);
        assertThat(field(robot).isFocused()).as("one can go on typing").isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#hits").tryQuery())
                .as("the mail has the whole width")
                .isEmpty();
        robot.push(KeyCode.ESCAPE);
        assertThat(list(robot).isFocused()).isTrue();
        robot.push(KeyCode.K);
        assertThat(subject(robot)).isEqualTo(first);
        robot.push(KeyCode.J);
        assertThat(subject(robot)).isEqualTo(second);
        robot.write("/");
        assertThat(field(robot).isFocused()).isTrue();
        assertThat(field(robot).getText()).isEqualTo("interview");
        robot.push(KeyCode.ESCAPE);
        assertThat(field(robot).getText()).isEmpty();
        assertThat(robot.lookup("#search-start").query().isVisible()).isTrue();
    }

    @Test
    void operatorsAndTheirValuesAreCompleted(FxRobot robot) throws TimeoutException {
        robot.write("categ");
        untilOffered(robot);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(field(robot).getText()).isEqualTo("category:");
        robot.write("rec");
        untilOffered(robot);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(field(robot).getText()).isEqualTo("category:receipt ");
        assertThat(list(robot).getItems()).hasSize(2);
    }

    private static void untilOffered(FxRobot robot) throws TimeoutException {
        var field = robot.lookup("#search-field").queryAs(CompletingField.class);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> field.isOffering());
    }

    @Test
    void aChipNarrowsDownAndTakesItBack(FxRobot robot) {
        robot.write("interview");
        var key = Facet.YEAR + "=2025";
        robot.interact(() -> chip(robot, key).fire());
        assertThat(list(robot).getItems()).hasSize(1);
        assertThat(screen.search.askedProperty().get().narrowed()).isEqualTo(Map.of(Facet.YEAR, "2025"));
        assertThat(chip(robot, key).getAccessibleText()).contains("press to remove");
        robot.interact(() -> chip(robot, key).fire());
        assertThat(list(robot).getItems()).hasSize(11);
    }

    private static ButtonBase chip(FxRobot robot, String key) {
        return robot.lookup(".facet-chip").queryAll().stream()
                .filter(node -> key.equals(node.getUserData()))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aListByDateHasTheBestMatchesAboveIt(FxRobot robot) {
        robot.write("interview");
        press(robot, "#order-" + Order.NEWEST);
        assertThat(robot.lookup("#best .best-line").queryAll()).hasSize(3);
        robot.interact(() ->
                robot.lookup("#best .best-line").nth(2).queryAs(Button.class).fire());
        assertThat(subject(robot)).startsWith("Data platform lead");
    }

    @Test
    void whereNothingIsFoundItSaysWhatToLeaveOut(FxRobot robot) {
        desk.didYouMean = java.util.Optional.of("interview");
        robot.write("intervew oslo");
        assertThat(TestWindow.shows(robot, "No mail matches all of this")).isTrue();
        assertThat(TestWindow.shows(robot, "Without “oslo”")).isTrue();
        robot.interact(
                () -> robot.lookup("#did-you-mean").queryAs(Hyperlink.class).fire());
        assertThat(field(robot).getText()).isEqualTo("interview");
        assertThat(list(robot).getItems()).hasSize(11);
    }

    @Test
    void whatIsProposedForAllWaitsForAYes(FxRobot robot) {
        robot.write("interview");
        robot.interact(() -> {
            var menu = robot.lookup("#with-all").queryAs(MenuButton.class);
            menu.getItems().stream()
                    .filter(item -> "search.propose".equals(item.getId()))
                    .forEach(item -> item.fire());
        });
        assertThat(TestWindow.shows(robot, "For all 11 mails:")).isTrue();
        robot.interact(
                () -> robot.lookup("#propose-form .act").queryAs(Button.class).fire());
        assertThat(screen.bulk).singleElement().satisfies(one -> {
            assertThat(one.ids()).hasSize(11);
            assertThat(one.action()).isEqualTo(new Action.Archive());
            assertThat(one.reason()).contains("interview");
        });
        assertThat(screen.toasts.said()).last().asString().startsWith("11 proposals wait");

        robot.interact(screen.toasts::press);
        assertThat(screen.toasts.said()).last().isEqualTo("10 withdrawn, 1 was decided meanwhile");
    }

    @Test
    void aSearchBecomesAPolicyInTheEditor(FxRobot robot) {
        robot.write("interview");
        robot.interact(() -> screen.commands.find("search.policy").orElseThrow().run());
        assertThat(screen.shown).containsExactly(View.POLICIES);
    }

    @Test
    void aSearchIsSavedUnderAName(FxRobot robot) {
        robot.write("interview");
        press(robot, "#search-star");
        robot.write("Talks");
        robot.push(KeyCode.ENTER);
        assertThat(desk.saved()).extracting(each -> each.name()).contains("Talks");
        assertThat(field(robot).isFocused()).isTrue();
        press(robot, "#search-star");
        assertThat(desk.saved()).extracting(each -> each.name()).doesNotContain("Talks");
    }

    @Test
    void aTextFromElsewhereIsLookedFor(FxRobot robot) {
        robot.interact(() -> {
            screen.answers();
            screen.controller().search("receipt");
        });
        assertThat(field(robot).getText()).isEqualTo("receipt");
        assertThat(field(robot).isFocused()).isTrue();
        assertThat(list(robot).getItems()).isNotEmpty();
    }

    @Test
    void anAnswerNamesItsMailsAndOpensThem(FxRobot robot) {
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.write("Which interviews do I have?");
        robot.push(KeyCode.ENTER);
        assertThat(TestWindow.shows(robot, "counted")).isTrue();
        robot.interact(() -> robot.lookup(".answer-body .citation")
                .nth(1)
                .queryAs(Button.class)
                .fire());
        assertThat(subject(robot)).startsWith("Data platform lead");
        robot.push(KeyCode.UP);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aSentenceWithoutSupportIsUnderlinedAndExplained(FxRobot robot) {
        robot.interact(() -> {
            screen.answers();
            screen.ask.ask("What did she write?", Mode.PLAIN);
        });
        assertThat(robot.lookup(".unsupported").queryAll()).hasSize(1);
        assertThat(TestWindow.shows(robot, "The underlined sentence is not supported"))
                .isTrue();
        assertThat(TestWindow.shows(robot, "written by a model")).isTrue();
    }

    @Test
    void suggestionsAreProposedByOneButtonOnce(FxRobot robot) {
        robot.interact(() -> {
            screen.answers();
            screen.ask.ask("Clean up promotions", Mode.PLAIN);
        });
        assertThat(robot.lookup("#ask-propose").queryAs(Button.class).getText()).isEqualTo("Propose 14 actions");
        press(robot, "#ask-propose");
        assertThat(screen.answers.proposed).hasSize(1);
        assertThat(robot.lookup("#ask-propose").tryQuery()).isEmpty();
        assertThat(TestWindow.shows(robot, "14 proposals wait for your yes")).isTrue();
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName(FxRobot robot) {
        robot.interact(() -> screen.search.search("interview"));
        check(robot);
        robot.interact(() -> {
            screen.answers();
            screen.ask.ask("Clean up promotions", Mode.PLAIN);
        });
        check(robot);
    }

    private static void check(FxRobot robot) {
        assertThat(robot.lookup((Node node) ->
                                node instanceof Control && node.isFocusTraversable() && TestWindow.isShown(node))
                        .<Node>queryAll())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(name(node)).as("%s", node).isNotBlank());
    }

    private static String name(Node node) {
        var spoken = node.getAccessibleText();
        return spoken != null
                ? spoken
                : node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
