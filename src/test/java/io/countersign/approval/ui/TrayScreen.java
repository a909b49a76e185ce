package io.countersign.approval.ui;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.approval.SampleRows;
import io.countersign.approval.SampleTray;
import io.countersign.approval.ui.EarlierApplications.Earlier;
import io.countersign.mail.InMemoryMail;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.ui.CommandRegistry;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.RecordingToasts;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.ScriptedFiles;
import io.countersign.shared.ui.TestWindow;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The tray with the sample proposals, in a window, and what tests read there. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
abstract class TrayScreen {
    final InMemoryApprovals stored = new InMemoryApprovals();
    final InMemoryTrust trust = new InMemoryTrust();
    final InMemoryMail mail = new InMemoryMail();
    final RecordingToasts toasts = new RecordingToasts();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    final ScriptedFiles files = new ScriptedFiles();
    final List<Earlier> earlier = new ArrayList<>();
    final List<View> visited = new ArrayList<>();
    private final Texts texts = Texts.of(Locale.ENGLISH);

    private final Clock clock = Clock.fixed(SampleRows.NOW, ZoneOffset.UTC);
    private final Formats formats = new Formats(texts, Locale.ENGLISH, clock);
    private final ApprovalWords words = new ApprovalWords(texts, formats);
    private final WindowPorts ports =
            new WindowPorts(new DirectTasks(), toasts, dialogs, files, visited::add, new ViewCounts(), texts, formats);

    final ApprovalsViewModel model = new ApprovalsViewModel(
            stored,
            new TrustPorts(trust, trust),
            new DetailReader(stored, mail, mail, _ -> earlier),
            RowFilter.words(),
            new DirectTasks(),
            new ShellNotices(ports, new PolicyDrafts(visited::add), new PendingExport(ports, words, clock), words));

    @SuppressWarnings("NullAway.Init") // TestFX gives it
    Stage stage;

    /** The extension starts only what the test class itself declares: its {@code @Start} method calls this. */
    void open(Stage stage) {
        this.stage = stage;
        SampleTray.fill(stored, mail);
        var loaded = new ViewLoader(
                        texts, Map.of(ApprovalsController.class, () -> new ApprovalsController(model, words, clock)))
                .load(View.APPROVALS);
        var controller = (ApprovalsController) loaded.controller();
        var registry = new CommandRegistry();
        registry.add(controller.commands());
        TestWindow.show(stage, loaded.root()).addEventHandler(KeyEvent.KEY_PRESSED, registry::run);
        controller.shown();
    }

    long current() {
        return model.cursor().current().get() instanceof TrayLine.Entry(var row) ? row.id() : -1;
    }

    static ListView<?> list(FxRobot robot) {
        return robot.lookup("#proposals").queryAs(ListView.class);
    }

    static Set<Node> texts(FxRobot robot, String text) {
        return robot.lookup(node -> node instanceof Labeled labeled
                        && labeled.isVisible()
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .queryAll();
    }

    void reload(FxRobot robot) {
        robot.interact(model::load);
    }
}
