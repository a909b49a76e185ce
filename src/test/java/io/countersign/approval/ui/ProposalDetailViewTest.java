package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.ProposeResult;
import io.countersign.approval.SampleRows;
import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.mail.Category;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Understanding;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.SelectableText;
import io.countersign.shared.ui.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is read about a proposal, and in which room. */
class ProposalDetailViewTest extends TrayScreen {
    @Start
    void show(Stage stage) {
        open(stage);
    }

    /** A window gets its new size with one of the next frames. */
    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen", e);
        }
    }

    private static String said(FxRobot robot) {
        return robot.lookup(".verdict").queryAs(TextFlow.class).getChildren().stream()
                .map(part -> ((Text) part).getText())
                .collect(Collectors.joining());
    }

    @Test
    void openingGivesTheMailTheWholeWidthAndEscapeGoesBack(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#proposals").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#proposals").tryQuery()).isPresent();
    }

    @Test
    void anOpenMailHasAWayBackForTheMouse(FxRobot robot) {
        assertThat(robot.lookup("#back").query().isVisible()).isFalse();
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        robot.clickOn("#back");
        assertThat(robot.lookup("#proposals").tryQuery()).isPresent();
    }

    @Test
    void aNarrowWindowShowsTheListAloneAndTheMailOnceItIsOpened(FxRobot robot) {
        robot.interact(() -> {
            stage.setMinWidth(0); // the stage is one for all tests, and the window's own has a minimum
            stage.setWidth(560);
        });
        until(() -> robot.lookup("#detail").tryQuery().isEmpty());
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#detail").tryQuery()).isPresent();
        assertThat(robot.lookup("#proposals").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> stage.setWidth(1232));
        until(() -> robot.lookup("#detail").tryQuery().isPresent());
        assertThat(robot.lookup("#proposals").tryQuery()).isPresent();
    }

    @Test
    void brokenPolicyIsNamedInABannerThatCanBeDismissed(FxRobot robot) {
        stored.nextRun(new ProposeResult(
                40,
                0,
                40,
                List.of(new ProposeResult.PolicyFailure(7, "Old promotions", 12, "expiresAt is a text.", 3))));
        robot.interact(model::lookForProposals);
        assertThat(texts(robot, "Policy “Old promotions” could not be checked against 3 mails"))
                .hasSize(1);
        robot.clickOn("Dismiss");
        assertThat(texts(robot, "Old promotions”")).isEmpty();
    }

    @Test
    void reasonsAreShownWithTheirValuesAndShares(FxRobot robot) {
        robot.clickOn("Kaffeewerk");
        assertThat(said(robot))
                .isEqualTo("Archive, 94% sure. It ended 10 days ago and you archive most of what this shop sends.");
        assertThat(texts(robot, "end of the offer has passed")).hasSize(1);
        assertThat(texts(robot, "+8%")).hasSize(1);
        assertThat(texts(robot, "9 approved · 0 rejected · 1 undone")).hasSize(1);
        assertThat(texts(robot, "Remote pictures not loaded")).hasSize(1);
    }

    @Test
    void whoAppliedThereAlreadyIsRemindedAndCanLookAtIt(FxRobot robot) {
        earlier.add(new Earlier(
                "Kaffeewerk",
                "Roaster",
                Optional.of(LocalDate.of(2026, 8, 3)),
                io.countersign.mail.Stage.INTERVIEW,
                Optional.of(12)));
        earlier.add(
                new Earlier("Kaffeewerk", "", Optional.empty(), io.countersign.mail.Stage.REJECTED, Optional.empty()));
        robot.clickOn("Kaffeewerk");
        assertThat(texts(robot, "You applied to Kaffeewerk for Roaster on")).hasSize(1);
        assertThat(texts(robot, "Stage interview, 12 days silent.")).hasSize(1);
        assertThat(texts(robot, "It ended with: rejected.")).hasSize(1);
        robot.clickOn("#earlier-applications");
        assertThat(visited).containsExactly(View.APPLICATIONS);
    }

    @Test
    void aRecruitersMailThatLooksWrongSaysWhatToCheck(FxRobot robot) {
        var row = SampleRows.tray().stream()
                .filter(one -> one.from().name().equals("Kaffeewerk"))
                .findFirst()
                .orElseThrow();
        var scam = Understanding.unknown()
                .withCategory(Category.RECRUITER_OUTREACH, 0.9, List.of())
                .withRisk(
                        64,
                        List.of(
                                "It asks for money (\"training fee\").",
                                "The interview is to be by chat (\"telegram\")."));
        mail.add(row.messageId(), scam, InMemoryMail.text(row.from(), row.subject(), "Pay the training fee."));
        reload(robot);
        robot.clickOn("Kaffeewerk");
        assertThat(texts(robot, "This may be a recruiter scam: risk 64 of 100."))
                .hasSize(1);
        assertThat(texts(robot, "It asks for money (“training fee”).")).hasSize(1);
        assertThat(texts(robot, "Never pay, cash a cheque")).hasSize(1);
        assertThat(texts(robot, "is unknown, not refuted")).hasSize(1);
    }

    @Test
    void emptyTrayAndFilterWithoutHitsSayWhatToDo(FxRobot robot) {
        robot.interact(() -> model.filterProperty().set("no such mail"));
        assertThat(robot.lookup("#no-hits").query().isVisible()).isTrue();
        robot.clickOn("Show everything");
        var all = model.lines().stream()
                .filter(TrayLine.Entry.class::isInstance)
                .map(line -> ((TrayLine.Entry) line).row().id())
                .toList();
        stored.reject(all, Progress.none());
        reload(robot);
        assertThat(robot.lookup("#all-done").query().isVisible()).isTrue();
        assertThat(robot.lookup("#count").queryAs(Label.class).getText()).isEqualTo("0 pending");
    }

    @Test
    void selectedTextCanBeCopied(FxRobot robot) {
        robot.clickOn("Kaffeewerk");
        var text = robot.lookup(".selectable-text").queryAs(SelectableText.class);
        robot.clickOn(text).push(KeyCode.CONTROL, KeyCode.A);
        assertThat(text.selected()).startsWith("Hello Alex,").contains("Kind regards");
        assertThat(model.cursor().marked().get()).isZero();
    }
}
