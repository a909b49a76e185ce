package io.countersign.app.shell;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.Toasts;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Brings the search index up to date in the background, then does what waits for that. For the JavaFX thread. */
final class Indexing {
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final BooleanSupplier closing;
    private Runnable afterwards = () -> {};

    /** @param closing whether the window closes, which is no time to begin or to say anything */
    Indexing(BackgroundTasks tasks, Toasts toasts, Texts texts, BooleanSupplier closing) {
        this.tasks = tasks;
        this.toasts = toasts;
        this.texts = texts;
        this.closing = closing;
    }

    /** Does this, which may block, after the index, whatever became of that. */
    void afterwards(Runnable work) {
        afterwards = work;
    }

    /**
     * Both are blocking. The copy comes last: nobody waits for it.
     *
     * @param index returns false where it is not possible now
     * @param copy copies the database to be safe
     */
    void start(Predicate<Progress> index, Runnable copy) {
        tasks.run(
                "tasks.index",
                index::test,
                done -> {
                    if (!done) {
                        toasts.show(texts.get("index.failing"));
                    }
                    aside("tasks.copy", copy);
                    ended();
                },
                why -> {
                    ended();
                    if (why instanceof CancellationException && !closing.getAsBoolean()) {
                        toasts.show(texts.get("index.stopped"));
                    }
                });
    }

    private void ended() {
        if (!closing.getAsBoolean()) {
            aside("tasks.jobs", afterwards);
        }
    }

    private void aside(String task, Runnable work) {
        tasks.run(
                task,
                _ -> {
                    work.run();
                    return true;
                },
                _ -> {});
    }
}
