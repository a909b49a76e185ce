package io.countersign.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.insight.Behind;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.Shortcuts;
import io.countersign.shared.ui.TestWindow;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
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
class InsightsViewTest {
    private final SampleInsights desk = SampleInsights.rich();
    private final SampleTrust trust = new SampleTrust();

    @SuppressWarnings("NullAway.Init") // in show()
    private InsightsStage screen;

    @Start
    void show(Stage stage) {
        screen = new InsightsStage(desk, Optional.of(trust), new DirectTasks(), Locale.ENGLISH).decided(42, 1);
        var scene = TestWindow.show(stage, screen.show(), 1232, 1000, new Look(true, 1));
        Shortcuts.listen(scene, screen.commands, () -> true);
    }

    private static boolean shows(FxRobot robot, String text) {
        return !robot.lookup(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .queryAll()
                .isEmpty();
    }

    private static String drillTitle(FxRobot robot) {
        return robot.lookup("#drill-title").queryAs(Label.class).getText();
    }

    private void focusCell(FxRobot robot, int row, String column) {
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#policies").queryTableView();
            focusCell(table, row, column);
        });
    }

    private static <T> void focusCell(TableView<T> table, int row, String column) {
        table.requestFocus();
        table.getColumns().stream().filter(each -> column.equals(each.getId())).forEach(each -> {
            table.getFocusModel().focus(row, each);
            table.getSelectionModel().select(row, each);
        });
    }

    @Test
    void figuresAreOnesThatWereMeasured(FxRobot robot) {
        var report = screen.model.reportProperty().get();
        double share = report.approved() / (double) report.decided();
        assertThat(shows(robot, String.format(Locale.ENGLISH, "%.1f%%", share * 100)))
                .isTrue();
        assertThat(shows(robot, "77%")).as("recall of three policies").isTrue();
        assertThat(shows(robot, "42 decisions took one step")).isTrue();
        assertThat(shows(robot, "Expected calibration error: 2.1 points")).isTrue();
    }

    @Test
    void whatRestsOnTooLittleHasNoFigureButSaysWhatIsMissing(FxRobot robot) {
        assertThat(shows(robot, "16 more needed"))
                .as("answers about quarantine")
                .isTrue();
        assertThat(shows(robot, "6 more needed")).as("decisions about receipts").isTrue();
        assertThat(shows(robot, "75.0%")).as("three of four receipts").isFalse();
    }

    @Test
    void aTileOpensItsMailsAndEscapeGoesBackToIt(FxRobot robot) {
        robot.interact(() -> robot.lookup("#pending").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(drillTitle(robot)).isEqualTo("Waiting for you · All policies");
        assertThat(robot.lookup("#drill-list").query().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup("#drill-subject").queryAs(Label.class).getText())
                .isEqualTo("Offer 1: beans at half price until Sunday");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#drill-list").query().isFocused()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#drill").tryQuery().filter(Node::isVisible)).isEmpty();
        assertThat(robot.lookup("#pending").query().isFocused()).isTrue();
    }

    @Test
    void everyNumberOfTheTableOpensItsMailsByKeys(FxRobot robot) {
        for (var column : new String[] {"fired", "approved", "rejected", "pending", "recall"}) {
            focusCell(robot, 0, column);
            robot.push(KeyCode.ENTER);
            robot.push(KeyCode.ESCAPE);
        }
        assertThat(desk.asked)
                .containsExactly(
                        new Behind.Fired(1),
                        new Behind.Decided(1, true),
                        new Behind.Decided(1, false),
                        new Behind.Pending(1),
                        new Behind.Missed(1));
        desk.asked.clear();
        focusCell(robot, 0, "precision");
        robot.push(KeyCode.ENTER);
        assertThat(desk.asked).containsExactly(new Behind.Decided(1, true), new Behind.Decided(1, false));
    }

    @Test
    void aNumberIsPressedByTheMouseToo(FxRobot robot) {
        var rejected = screen.model.reportProperty().get().policies().getFirst().rejected();
        Node cell = robot.lookup((Node node) -> node instanceof FigureCell figure
                        && figure.getText().equals("" + rejected)
                        && figure.getTableColumn().getId().equals("rejected"))
                .query();
        robot.clickOn(cell);
        assertThat(drillTitle(robot)).isEqualTo("Rejected · Promotions past their end");
    }

    @Test
    void theNameOfAPolicyShowsItsPrecisionBesideThatOfAll(FxRobot robot) {
        focusCell(robot, 1, "policy");
        robot.push(KeyCode.ENTER);
        assertThat(screen.model.policyProperty().get()).isEqualTo(OptionalLong.of(2));
        assertThat(robot.lookup(".band-chart .chart-beside").queryAll()).hasSize(1);
    }

    @Test
    void aWeekOfTheChartOpensItsMails(FxRobot robot) {
        robot.interact(() -> robot.lookup("#precision-chart").query().requestFocus());
        robot.push(KeyCode.END).push(KeyCode.ENTER);
        assertThat(desk.asked).contains(new Behind.Week(1, SampleInsights.MONDAY));
        assertThat(drillTitle(robot)).isEqualTo("Decided in the week of Nov 23, 2026 · All policies");
    }

    @Test
    void aBinOfTheCalibrationOpensItsMails(FxRobot robot) {
        robot.interact(() -> robot.lookup("#calibration-chart").query().requestFocus());
        robot.push(KeyCode.END).push(KeyCode.ENTER);
        assertThat(desk.asked).containsExactly(new Behind.Confidence(0.9, 1));
    }

    @Test
    void aPreferenceOpensItsMails(FxRobot robot) {
        robot.interact(() -> robot.lookup(".learned-mails").queryButton().fire());
        assertThat(desk.asked).containsExactly(new Behind.Feature("contains:interview"));
    }

    @Test
    void questionsAreAnsweredByKeys(FxRobot robot) {
        robot.push(KeyCode.Y);
        robot.push(KeyCode.N);
        assertThat(desk.answers).containsEntry(1L, true).containsEntry(2L, false);
        robot.push(KeyCode.Z);
        assertThat(desk.answers).containsOnlyKeys(1L);
        robot.push(KeyCode.S).push(KeyCode.S);
        assertThat(robot.lookup("#question").tryQuery().filter(Node::isVisible)).isEmpty();
        robot.push(KeyCode.Y);
        assertThat(desk.answers).hasSize(1);
    }

    @Test
    void theMailOfAQuestionIsReadBeforeAnswering(FxRobot robot) {
        robot.clickOn("#question-mail");
        assertThat(robot.lookup("#drill-subject").queryAs(Label.class).getText())
                .startsWith("Offer 901");
    }

    @Test
    void automationIsTakenAwayFromTheTable(FxRobot robot) {
        assertThat(shows(robot, "automatic")).isTrue();
        assertThat(shows(robot, "demoted")).isTrue();
        focusCell(robot, 0, "trust");
        robot.push(KeyCode.ENTER);
        assertThat(screen.dialogs.asked()).containsExactly("Make “Promotions past their end” ask again?");
        assertThat(trust.calls).containsExactly("demote 1");
    }

    @Test
    void everythingIsForgottenOnceThePersonAgrees(FxRobot robot) {
        robot.interact(() -> robot.lookup("#reset-all").queryButton().fire());
        assertThat(screen.dialogs.asked()).containsExactly("Forget all 8 learned preferences?");
        assertThat(screen.weights.all("local")).isEmpty();
    }

    @Test
    void windowsAreChosenByKeys(FxRobot robot) {
        robot.push(KeyCode.DIGIT3);
        assertThat(screen.model.windowProperty().get()).isEqualTo(Window.QUARTER);
        robot.clickOn("All time");
        assertThat(screen.model.windowProperty().get()).isEqualTo(Window.ALL);
    }
}
