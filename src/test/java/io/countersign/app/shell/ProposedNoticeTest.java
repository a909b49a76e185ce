package io.countersign.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.search.ui.ProposedNotice;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.search.ui.ProposedNotice.TakenBack;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.ScriptedFiles;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The notice of a bulk proposal in a window: Undo beside Show. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ProposedNoticeTest {
    private final ToastLayer toasts = new ToastLayer(Duration.minutes(1));
    private final ViewCounts counts = new ViewCounts();
    private final List<View> shown = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @Start
    void show(Stage stage) {
        TestWindow.show(
                stage,
                new StackPane(new VBox(new Button("First of the window"), new TextField()), toasts),
                new io.countersign.shared.ui.CommandRegistry());
    }

    private void say(FxRobot robot) {
        var texts = Texts.of(Locale.ENGLISH);
        var clock = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
        var ports = new WindowPorts(
                new DirectTasks(),
                toasts,
                new ScriptedDialogs(),
                new ScriptedFiles(),
                shown::add,
                counts,
                texts,
                new Formats(texts, Locale.ENGLISH, clock));
        robot.interact(() -> new ProposedNotice(ports)
                .say(
                        new Proposed(14, _ -> {
                            done.add("withdrawn");
                            return new TakenBack(12, 2);
                        }),
                        () -> done.add("told")));
    }

    private static void press(FxRobot robot, String text) {
        robot.interact(() -> robot.lookup(".toast-action").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    @Test
    void undoWithdrawsOnceAndSaysWhatWasDecidedMeanwhile(FxRobot robot) {
        say(robot);
        assertThat(counts.of(View.APPROVALS).get()).isEqualTo(14);
        press(robot, "Undo");
        assertThat(done).containsExactly("withdrawn", "told");
        assertThat(TestWindow.shows(robot, "12 withdrawn, 2 were decided meanwhile"))
                .isTrue();
        assertThat(robot.lookup(".toast-action").queryAll()).isEmpty();
        assertThat(counts.of(View.APPROVALS).get()).isEqualTo(2);
        assertThat(shown).isEmpty();
    }

    @Test
    void theKeyboardIsBackWhereItWasOnceANoticeWasAnswered(FxRobot robot) {
        var field = robot.lookup(".text-field").queryAs(TextField.class);
        robot.interact(field::requestFocus);
        say(robot);
        robot.interact(() -> robot.lookup(".toast-action")
                .queryAllAs(Button.class)
                .iterator()
                .next()
                .requestFocus());
        press(robot, "Undo");
        assertThat(field.isFocused()).isTrue();
    }

    @Test
    void showLeadsToTheProposalsAndWithdrawsNothing(FxRobot robot) {
        say(robot);
        press(robot, "Show");
        assertThat(shown).containsExactly(View.APPROVALS);
        assertThat(done).isEmpty();
    }
}
