package io.countersign.shared.ui;

import io.countersign.shared.task.BackgroundTasks;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * Background work of the window: {@link #run} and every handler on the JavaFX thread, jobs on the executor, nothing ever
 * interrupted. A cancelled job hands a {@link CancellationException} to its own failure handler only.
 */
public final class FxBackgroundTasks implements BackgroundTasks {
    private static final Duration NOTICEABLE = Duration.millis(300);

    private final Executor executor;
    private final Consumer<Throwable> onAnyFailure;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    private final ObservableList<RunningTask> noticeable = FXCollections.observableArrayList();
    // Kept: a view of a list stops telling its listeners once nobody else holds it.
    private final ObservableList<RunningTask> runningView = FXCollections.unmodifiableObservableList(running);
    private final ObservableList<RunningTask> noticeableView = FXCollections.unmodifiableObservableList(noticeable);

    public FxBackgroundTasks(Executor executor, Consumer<Throwable> onAnyFailure) {
        this.executor = executor;
        this.onAnyFailure = onAnyFailure;
    }

    /** What runs now, however short. */
    public ObservableList<RunningTask> running() {
        return runningView;
    }

    /** What has run long enough to be shown to the person. */
    public ObservableList<RunningTask> noticeable() {
        return noticeableView;
    }

    /** Calls back once nothing runs any more; at once when nothing does. */
    public void whenIdle(Runnable then) {
        if (running.isEmpty()) {
            then.run();
            return;
        }
        running.addListener(new ListChangeListener<>() {
            @Override
            public void onChanged(Change<? extends RunningTask> change) {
                if (running.isEmpty()) {
                    running.removeListener(this);
                    then.run();
                }
            }
        });
    }

    /** Asks everything that runs to stop. */
    public void cancelAll() {
        List.copyOf(running).forEach(RunningTask::cancel);
    }

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess) {
        return run(title, job, onSuccess, _ -> {});
    }

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        var task = new RunningTask(title);
        running.add(task);
        showIfItTakesTime(task);
        try {
            executor.execute(() -> work(task, job, onSuccess, onFailure));
        } catch (RuntimeException e) {
            finished(task, () -> failed(e, onFailure));
        }
        return task;
    }

    private <T> void work(RunningTask task, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        Runnable outcome;
        try {
            var result = job.call(task);
            outcome = () -> onSuccess.accept(result);
        } catch (CancellationException e) {
            outcome = () -> onFailure.accept(e);
        } catch (Throwable e) { // an Error too: work that vanishes without a word is worse
            outcome = () -> failed(e, onFailure);
        }
        var last = outcome;
        Platform.runLater(() -> finished(task, last));
    }

    private void showIfItTakesTime(RunningTask task) {
        var wait = new PauseTransition(NOTICEABLE);
        wait.setOnFinished(_ -> {
            if (running.contains(task)) {
                noticeable.add(task);
            }
        });
        wait.play();
    }

    private void finished(RunningTask task, Runnable outcome) {
        noticeable.remove(task);
        try {
            outcome.run();
        } finally {
            running.remove(task); // last, so that work begun by the outcome keeps this from looking idle
        }
    }

    private void failed(Throwable failure, Consumer<Throwable> onFailure) {
        onAnyFailure.accept(failure);
        onFailure.accept(failure);
    }
}
