package io.countersign.approval.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.approval.PendingRow;
import io.countersign.approval.ProposalStatus;
import io.countersign.approval.ProposeResult;
import io.countersign.approval.QueueOrder;
import io.countersign.approval.SampleRows;
import io.countersign.approval.SampleTray;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.mail.Category;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.Understanding;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.RecordingToasts;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.SelectableText;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
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
class ApprovalsViewTest {
    private final InMemoryApprovals stored = new InMemoryApprovals();
    private final InMemoryTrust trust = new InMemoryTrust();
    private final InMemoryMail mail = new InMemoryMail();
    private final RecordingToasts toasts = new RecordingToasts();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<Earlier> earlier = new ArrayList<>();
    private final List<View> visited = new ArrayList<>();
    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final ApprovalWords words =
            new ApprovalWords(texts, new Formats(texts, Locale.ENGLISH, Clock.fixed(SampleRows.NOW, ZoneOffset.UTC)));
    private final ApprovalsViewModel model = new ApprovalsViewModel(
            stored,
            new TrustPorts(trust, trust),
            new DetailReader(stored, mail, mail, _ -> earlier),
            RowFilter.words(),
            new DirectTasks(),
            new ShellNotices(toasts, dialogs, visited::add, new PolicyDrafts(visited::add), words));

    @SuppressWarnings("NullAway.Init") // TestFX gives it
    private Stage stage;

    @Start
    void show(Stage stage) {
        this.stage = stage;
        Look.loadFonts();
        SampleTray.fill(stored, mail);
        var clock = Clock.fixed(SampleRows.NOW, ZoneOffset.UTC);
        var loaded = new ViewLoader(
                        texts, Map.of(ApprovalsController.class, () -> new ApprovalsController(model, words, clock)))
                .load(View.APPROVALS);
        var controller = (ApprovalsController) loaded.controller();
        var registry = new CommandRegistry();
        registry.add(controller.commands());
        var scene = new Scene(loaded.root(), 1232, 820);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, registry::run);
        new Look(false, 1).applyTo(scene);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    private long current() {
        return model.cursor().current().get() instanceof TrayLine.Entry(var row) ? row.id() : -1;
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#proposals").queryAs(ListView.class);
    }

    private static Set<Node> texts(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Labeled labeled
                        && labeled.isVisible()
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .queryAll();
    }

    /** A window gets its new size with one of the next frames. */
    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen", e);
        }
    }

    private static String said(FxRobot robot) {
        return robot.lookup(".verdict").queryAs(TextFlow.class).getChildren().stream()
                .map(part -> ((Text) part).getText())
                .collect(Collectors.joining());
    }

    private void reload(FxRobot robot) {
        robot.interact(model::load);
    }

    @Test
    void approvingByMouseTakesTheRowAwayAndChoosesTheNext(FxRobot robot) {
        long first = current();
        robot.clickOn("#approve");
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(current()).isNotEqualTo(first);
        assertThat(list(robot).getSelectionModel().getSelectedIndex())
                .isEqualTo(model.cursor().index().get());
        assertThat(toasts.said().getLast()).endsWith("· Undo");
    }

    @Test
    void rejectingByMouseIsRecorded(FxRobot robot) {
        robot.clickOn("Kaffeewerk");
        long chosen = current();
        robot.clickOn("#reject");
        assertThat(stored.statusOf(chosen)).isEqualTo(ProposalStatus.REJECTED);
        assertThat(toasts.said()).containsExactly("Rejected 1 · Undo");
    }

    @Test
    void groupIsApprovedFromItsHeaderAndTakenBackByTheToast(FxRobot robot) {
        int before = model.pendingProperty().get();
        var header = (TrayLine.Header) model.lines().getFirst();
        robot.clickOn(texts(robot, "Approve all").stream()
                .min(java.util.Comparator.comparingDouble(
                        node -> node.localToScene(0, 0).getY()))
                .orElseThrow());
        assertThat(model.pendingProperty().get()).isEqualTo(before - header.count());
        robot.interact(toasts::press);
        assertThat(model.pendingProperty().get()).isEqualTo(before);
        assertThat(toasts.said().getLast()).isEqualTo("Taken back: " + header.count());
    }

    @Test
    void everythingCanBeDoneByKeys(FxRobot robot) {
        long first = current();
        robot.type(KeyCode.A);
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.EXECUTED);
        robot.type(KeyCode.Z);
        assertThat(stored.statusOf(first)).isEqualTo(ProposalStatus.PENDING);
        assertThat(current()).isEqualTo(first);
        robot.type(KeyCode.J);
        long second = current();
        robot.type(KeyCode.R);
        assertThat(stored.statusOf(second)).isEqualTo(ProposalStatus.REJECTED);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(stored.statusOf(second)).isEqualTo(ProposalStatus.PENDING);
        robot.type(KeyCode.K).type(KeyCode.X).push(KeyCode.SHIFT, KeyCode.J);
        robot.push(KeyCode.SHIFT, KeyCode.J);
        assertThat(model.cursor().marked().get()).isGreaterThanOrEqualTo(3);
        long lowest = current();
        robot.push(KeyCode.SHIFT, KeyCode.K);
        assertThat(current()).isNotEqualTo(lowest);
        assertThat(model.cursor().marked().get()).isGreaterThanOrEqualTo(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(model.cursor().marked().get()).isZero();
        robot.type(KeyCode.DIGIT2);
        assertThat(model.shownGrouping()).isEqualTo(Grouping.SENDER);
        robot.type(KeyCode.DIGIT1).type(KeyCode.HOME);
        long always = current();
        robot.push(KeyCode.SHIFT, KeyCode.A);
        assertThat(stored.calls()).contains("always " + always);
    }

    @Test
    void arrowsMoveFoldAndUnfold(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(model.cursor().index().get()).isEqualTo(2);
        robot.type(KeyCode.LEFT);
        assertThat(model.cursor().current().get()).isInstanceOf(TrayLine.Header.class);
        robot.type(KeyCode.RIGHT);
        assertThat(model.cursor().index().get()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(model.cursor().marked().get())
                .isEqualTo(((TrayLine.Header) model.lines().getFirst()).count());
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
    void failingExecutorIsExplainedOnTheRow(FxRobot robot) {
        long first = current();
        stored.failToExecute(first, true);
        robot.type(KeyCode.A);
        assertThat(texts(robot, "Not done: The mailbox is read-only.")).hasSize(1);
        assertThat(toasts.said().getLast()).isEqualTo("1 not done: The mailbox is read-only. · Undo");
    }

    @Test
    void brokenDatabaseBringsTheRowBackInWords(FxRobot robot) {
        stored.breakDown(true);
        robot.type(KeyCode.A);
        assertThat(texts(robot, "Not done: The database did not answer")).hasSize(1);
    }

    @Test
    void brokenPolicyIsNamedInABannerThatCanBeDismissed(FxRobot robot) {
        stored.nextRun(new ProposeResult(
                40,
                0,
                40,
                List.of(new ProposeResult.PolicyFailure(7, "Old promotions", 12, "expiresAt is a text.", 3))));
        robot.interact(model::lookForProposals);
        assertThat(texts(robot, "Policy “Old promotions” could not be checked on 3 mails"))
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
        assertThat(texts(robot, "Never pay, cash a check")).hasSize(1);
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
        stored.reject(all, io.countersign.shared.task.Progress.none());
        reload(robot);
        assertThat(robot.lookup("#all-done").query().isVisible()).isTrue();
        assertThat(robot.lookup("#count").queryAs(Label.class).getText()).isEqualTo("0 pending");
    }

    @Test
    void aHundredThousandRowsScrollAndAreDecided(FxRobot robot) {
        SampleRows.many(100_000).stream()
                .map(row -> new PendingRow(
                        row.id() + 1_000,
                        row.messageId(),
                        row.from(),
                        row.subject(),
                        row.receivedAt(),
                        row.policyId() + 10,
                        row.policyName(),
                        row.action(),
                        row.confidence()))
                .forEach(stored::add);
        reload(robot);
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.END);
        long last = current();
        robot.type(KeyCode.A);
        assertThat(stored.statusOf(last)).isEqualTo(ProposalStatus.EXECUTED);
        robot.interact(() -> model.cursor().moveTo(50_000));
        robot.type(KeyCode.PAGE_DOWN).type(KeyCode.R).type(KeyCode.R);
        assertThat(stored.calls()).hasSize(3);
        long cells = robot.lookup(".tray-cell").queryAll().size();
        assertThat(cells).isLessThan(60);
    }

    @Test
    void selectedTextCanBeCopied(FxRobot robot) {
        robot.clickOn("Kaffeewerk");
        var text = robot.lookup(".selectable-text").queryAs(SelectableText.class);
        robot.clickOn(text).push(KeyCode.CONTROL, KeyCode.A);
        assertThat(text.selected()).startsWith("Hello Alex,").contains("Kind regards");
        assertThat(model.cursor().marked().get()).isZero();
    }

    @Test
    void aPolicyThatEarnedItAsksCalmlyAndWearsItsBadgeAfterYes(FxRobot robot) {
        trust.set(1, "Promotions past their end", TrustLevel.EARNED, Optional.empty());
        reload(robot);
        assertThat(texts(robot, "you approved 73 of 73. Do it alone from now on?"))
                .hasSize(1);

        robot.clickOn("Yes");

        assertThat(texts(robot, "Do it alone from now on?")).isEmpty();
        assertThat(robot.lookup(".tray-group .chip.accent").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(chip -> ((Label) chip).getText()))
                .containsExactly("automatic");
        assertThat(toasts.said().getLast()).contains("acts alone from now on");
    }

    @Test
    void theSurestComeFirstByOneSwitch(FxRobot robot) {
        robot.clickOn("#surest");
        assertThat(model.orderProperty().get()).isEqualTo(QueueOrder.CONFIDENCE);
        robot.interact(() -> list(robot).requestFocus());
        robot.type(KeyCode.O);
        assertThat(robot.lookup("#surest").queryAs(ToggleButton.class).isSelected())
                .isFalse();
    }

    @Test
    void alwaysWithExceptionsLeavesForThePolicies(FxRobot robot) {
        robot.type(KeyCode.J);
        robot.press(KeyCode.SHIFT).type(KeyCode.E).release(KeyCode.SHIFT);
        assertThat(visited).containsExactly(View.POLICIES);
        robot.interact(() -> model.filterProperty().set("Nordmann"));
        robot.clickOn("#policy-of-filter");
        assertThat(visited).hasSize(2);
    }
}
