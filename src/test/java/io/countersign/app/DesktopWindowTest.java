package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.settings.WindowState;
import io.countersign.settings.WindowStateFile;
import io.countersign.shared.CountersignException;
import io.countersign.shared.ui.ScriptedFiles;
import io.countersign.shared.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
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
class DesktopWindowTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final FxRobot robot = new FxRobot();
    private FakeContext context = new FakeContext(12480).busy();

    @SuppressWarnings("NullAway.Init") // TestFX gives it
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // each test shows its own
    private DesktopWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(() -> window.close());
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        executor.close();
    }

    @Test
    void thePaletteRunsACommandByKeyboardAlone() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("activ");
        robot.push(KeyCode.ENTER);
        until(() -> title().equals("Activity"));
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("settings");
        robot.push(KeyCode.ESCAPE);
        assertThat(title()).isEqualTo("Activity");
    }

    @Test
    void whatAViewHoldsInAScrollPaneHasTheKeyboardOnceItIsShown() {
        open();
        robot.clickOn("#rail-search");
        until(() -> title().equals("Search & Ask"));
        assertThat(node("#wants-keyboard").isFocused()).isTrue();
    }

    @Test
    void theRailIsUsedByMouseAndByKeys() {
        open();
        robot.clickOn("#rail-settings");
        until(() -> title().equals("Settings"));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> title().equals("Approvals"));

        robot.interact(() -> node("#rail-approvals").requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        until(() -> title().equals("Activity"));
        assertThat(node("#rail-approvals").getAccessibleText()).isEqualTo("Approvals, 42");
    }

    @Test
    void settingsCopyWhatABugReportNeeds() {
        open();
        robot.clickOn("#rail-settings");
        until(() -> title().equals("Settings"));
        robot.interact(() -> node("#copyDiagnostics").requestFocus());
        robot.push(KeyCode.SPACE);

        until(() -> robot.lookup("Diagnostics copied").tryQuery().isPresent());
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("Countersign, 12480 mails"));
    }

    @Test
    void allMailIsSearchedFromEverywhere() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        until(() -> title().equals("Search & Ask"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> title().equals("Approvals"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("invoice of course");
        until(() -> robot.lookup("Search all mail for “invoice of course”")
                .tryQuery()
                .isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> title().equals("Search & Ask"));
    }

    @Test
    void theThemeTogglesAndSurvivesARestart() throws Exception {
        open();
        robot.clickOn("#themeToggle");
        until(() -> stage.getScene().getUserAgentStylesheet().contains("dark"));
        robot.clickOn("#railToggle");
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.interact(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(1200);
            stage.setHeight(800);
        });
        robot.interact(() -> window.close());
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();

        var state = new WindowStateFile(home).load();
        assertThat(state)
                .isEqualTo(new WindowState(
                        new WindowState.Area(40, 30, 1200, 800), false, true, Theme.DARK, 1.1, "", Map.of()));
        assertThat(context.isClosed()).isTrue();
    }

    @Test
    void theWindowOpensAsItWasLeft() {
        var left = new WindowState(new WindowState.Area(40, 30, 1200, 800), false, true, Theme.DARK, 1.1, "", Map.of());
        new WindowStateFile(home).save(left);
        open();
        assertThat(stage.getX()).isEqualTo(40);
        assertThat(stage.getY()).isEqualTo(30);
        assertThat(stage.getWidth()).isEqualTo(1200);
        assertThat(stage.getHeight()).isEqualTo(800);
        assertThat(robot.lookup(".rail").query().getStyleClass()).contains("narrow");
        assertThat(stage.getScene().getUserAgentStylesheet()).contains("dark");
    }

    @Test
    void aToastOffersOneUndo() {
        open();
        var undone = new AtomicInteger();
        robot.interact(() -> context.ports().toasts().show("Archived 42", "Undo", undone::incrementAndGet));
        assertThat(robot.lookup("Archived 42").tryQuery()).isPresent();
        robot.clickOn(".toast-action");
        assertThat(undone).hasValue(1);
        assertThat(robot.lookup("Archived 42").tryQuery()).isEmpty();
    }

    @Test
    void mailThatAJobBroughtInIsSaidAndShownOnRequest() {
        open();
        until(context::hasStartedJobs);
        context.mailArrives(3);
        until(() -> robot.lookup("3 new mails").tryQuery().isPresent());
        robot.clickOn(".toast-action");
        assertThat(robot.lookup("view approvals").tryQuery()).isPresent();
    }

    @Test
    void jobsRunByTheClockOnceTheWindowIsOpen() {
        open();
        until(context::hasStartedJobs);
    }

    @Test
    void aJobIsRunByNameFromEverywhere() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("run job backup");
        until(() -> robot.lookup("Run job: Backup").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> robot.lookup("Backup: done · 7 mails examined").tryQuery().isPresent());
        robot.clickOn(".toast-action");
        until(() -> title().equals("Activity"));
    }

    @Test
    void aClosingWindowSaysWhichJobsItWaitsFor() {
        open();
        context.unfinished(List.of("Backup", "Search index"));
        var release = new CountDownLatch(1);
        robot.interact(() -> {
            context.ports()
                    .tasks()
                    .run(
                            "welcome.importing",
                            _ -> {
                                release.await();
                                return 1;
                            },
                            _ -> {});
            window.close();
        });
        until(() -> robot.lookup(
                        node -> node instanceof Labeled label && label.getText().contains("Backup, Search index"))
                .tryQuery()
                .isPresent());
        assertThat(context.isClosed()).isFalse();
        release.countDown();
        until(context::isClosed);
    }

    @Test
    void runningWorkIsListedAndCancelled() {
        open();
        var release = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        robot.interact(() -> context.ports()
                .tasks()
                .run(
                        "welcome.importing",
                        progress -> {
                            for (long i = 0; release.getCount() > 0; i++) {
                                progress.report(i % 1000, 1000, "inbox");
                                progress.checkCancelled();
                                Thread.onSpinWait();
                            }
                            return 1;
                        },
                        _ -> {},
                        _ -> cancelled.countDown()));
        until(() -> node("#statusTask").isVisible());
        robot.clickOn("#tasks");
        until(() -> robot.lookup(".task-cancel").tryQuery().isPresent());
        robot.clickOn(".task-cancel");
        until(() -> cancelled.getCount() == 0);
        until(() -> robot.lookup(".task-cancel").tryQuery().isEmpty());
        release.countDown();
    }

    @Test
    void anEmptyMailboxWelcomesAndTheDemoFillsItByOneClick() {
        context = new FakeContext(0);
        show(() -> context);
        until(() -> title().equals("Welcome"));
        robot.clickOn("#openDemo");
        until(() -> title().equals("Approvals"));
        until(() -> text("#mails").equals("182 mails"));
    }

    @Test
    void chosenFilesAreImported() throws Exception {
        var file = Files.writeString(home.resolve("a.mbox"), "");
        context = new FakeContext(0);
        create(() -> context);
        robot.interact(() -> {
            window.setFileChoosers(new ScriptedFiles().choose(file));
            window.show();
        });
        until(() -> title().equals("Welcome"));
        until(() -> node("#openFiles").isFocused());
        robot.push(KeyCode.SPACE); // the first choice has the focus
        until(() -> title().equals("Approvals"));
        assertThat(context.imported()).containsExactly(List.of(file));
    }

    @Test
    void moreMailIsReadByKeyboardWhileTheWindowIsOpen() throws Exception {
        var file = Files.writeString(home.resolve("more.mbox"), "");
        create(() -> context);
        robot.interact(() -> {
            window.setFileChoosers(new ScriptedFiles().choose(file));
            window.show();
        });
        until(() -> title().equals("Approvals"));

        robot.push(KeyCode.CONTROL, KeyCode.O);

        until(() -> robot.lookup("7 new mails").tryQuery().isPresent());
        until(() -> text("#mails").equals("7 mails"));
        until(() -> text("#rail-money .badge").equals("1"));
        assertThat(context.imported()).containsExactly(List.of(file));
    }

    @Test
    void betterDetectorsLookAtTheMailAgainWhenTheWindowOpens() {
        context.outdated(12480);
        open();

        until(() -> robot.lookup("12,480 mails rechecked").tryQuery().isPresent());
    }

    @Test
    void activityTakesADecisionBack() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        until(() -> robot.lookup("Approved 42 proposals").tryQuery().isPresent());
        Node button = robot.lookup("#batches .button").queryAll().stream()
                .filter(n -> n.getAccessibleText().contains("42"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(button);
        until(() -> robot.lookup("Took 42 proposals back").tryQuery().isPresent());
        assertThat(context.log().batches(1).getFirst().undoneAt()).isPresent();
    }

    @Test
    void theMailsOfOneDecisionUnfoldAndFoldByKeys() {
        context.log().addRun("undone", "archive_email", 9, 485);
        open();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        until(() -> robot.lookup("485 mails · Archive").tryQuery().isPresent());
        int folded = log().getItems().size();
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.RIGHT);
        until(() -> log().getItems().size() == folded + 485);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.LEFT);
        until(() -> log().getItems().size() == folded);
        assertThat(log().getSelectionModel().getSelectedIndex()).isZero();
        assertThat(text("#logCount")).isEqualTo("907 events");
    }

    @Test
    void theSlashKeyGoesToTheFilterAndEscapeComesBack() {
        open();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        until(() -> log().getItems().size() > 100);
        robot.write("/");
        assertThat(node("#filter").isFocused()).isTrue();
        robot.write("policy added");
        until(() -> log().getItems().size() == 1);
        robot.push(KeyCode.ESCAPE);
        until(() -> log().getItems().size() > 100);
        assertThat(log().isFocused()).isTrue();
    }

    @Test
    void allShortcutsAreShownByAQuestionMark() {
        open();
        robot.write("?");
        until(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
        assertThat(robot.lookup("Go to Insights").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcuts").tryQuery()).isEmpty();
    }

    @Test
    void aFailureToOpenSaysWhatToDo() {
        show(() -> {
            throw new CountersignException.HomeInUse("/data");
        });
        until(() -> robot.lookup("Your mailbox could not be opened").tryQuery().isPresent());
        assertThat(robot.lookup(n -> n instanceof Labeled l && l.getText().contains("/data"))
                        .tryQuery())
                .isPresent();
    }

    private void open() {
        show(() -> context);
        until(() -> title().equals("Approvals"));
    }

    private void show(Callable<WindowContext> opener) {
        create(opener);
        robot.interact(() -> window.show());
    }

    private void create(Callable<WindowContext> opener) {
        var clock = Clock.fixed(FakeContext.NOW, ZoneOffset.UTC);
        var launch = new Launch(home, executor, opener, clock, FakeContext::load);
        robot.interact(() -> window = new DesktopWindow(stage, launch, closed::countDown));
    }

    private String title() {
        return text("#viewTitle");
    }

    private String text(String query) {
        return ((Labeled) node(query)).getText();
    }

    private ListView<?> log() {
        return (ListView<?>) node("#log");
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
                WaitForAsyncUtils.waitForFxEvents(1);
                return condition.getAsBoolean();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen", e);
        }
    }
}
