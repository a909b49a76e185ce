package io.countersign.app.shell;

import io.countersign.app.FirstRun;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.BackgroundTasks.Job;
import io.countersign.shared.task.BackgroundTasks.Running;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.RunningTask;
import io.countersign.shared.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Fills an empty mailbox and says how far it is; on the JavaFX thread only. */
public final class WelcomeViewModel {
    private final FirstRun firstRun;
    private final BackgroundTasks tasks;
    private final Texts texts;
    private final Formats formats;
    private final Runnable onChanged;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty detail = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private Running running = () -> {};

    /** {@code onChanged} runs when an import has ended, whatever it stored. */
    public WelcomeViewModel(
            FirstRun firstRun, BackgroundTasks tasks, Texts texts, Formats formats, Runnable onChanged) {
        this.firstRun = firstRun;
        this.tasks = tasks;
        this.texts = texts;
        this.formats = formats;
        this.onChanged = onChanged;
    }

    /** Imports files and folders; does nothing for an empty list or while an import runs. */
    public void importPaths(List<Path> paths) {
        if (!paths.isEmpty()) {
            start("welcome.importing", progress -> firstRun.importPaths(paths, progress));
        }
    }

    /** Imports the demo mailbox; does nothing while an import runs. */
    public void openDemo() {
        start("welcome.demo.opening", firstRun::openDemo);
    }

    /** Stops at the next mail; what was read stays. */
    public void cancel() {
        running.cancel();
    }

    /** Shows how far the import is. */
    public void progress(long done, long total, String message) {
        progress.set(total <= 0 ? -1 : done / (double) total);
        if (done == 0) {
            detail.set(message);
            return;
        }
        var count = total <= 0
                ? texts.get("welcome.progress", done, formats.number(done))
                : texts.get("tasks.of", formats.number(done), formats.number(total));
        detail.set(message.isEmpty() ? count : count + " · " + message);
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    public StringProperty titleProperty() {
        return title;
    }

    public StringProperty detailProperty() {
        return detail;
    }

    /** 0..1, or -1 while the end is unknown. */
    public DoubleProperty progressProperty() {
        return progress;
    }

    /** Why there is still no mail, or empty. */
    public StringProperty problemProperty() {
        return problem;
    }

    private void start(String titleKey, Job<Long> job) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        title.set(texts.get(titleKey));
        detail.set("");
        progress.set(-1);
        running = tasks.run(titleKey, job, this::filled, this::stopped);
        if (running instanceof RunningTask task) {
            task.stateProperty().subscribe(state -> progress(state.done(), state.total(), state.message()));
        }
    }

    private void filled(long mails) {
        busy.set(false);
        problem.set(mails == 0 ? texts.get("welcome.nothing.found") : "");
        onChanged.run();
    }

    private void stopped(Throwable why) {
        busy.set(false);
        problem.set(why instanceof CancellationException ? texts.get("welcome.cancelled") : texts.of(why));
        onChanged.run();
    }
}
