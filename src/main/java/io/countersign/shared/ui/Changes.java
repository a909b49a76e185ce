package io.countersign.shared.ui;

import io.countersign.shared.task.BackgroundTasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Changes that can be taken back: made in the background, then told with an offer to undo. UI thread only. */
public final class Changes {
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Texts texts;
    private final Runnable reload;
    private final Deque<Runnable> undoable = new ArrayDeque<>();

    /** {@code reload} is called after every change, and after one that failed. */
    public Changes(BackgroundTasks tasks, Toasts toasts, Texts texts, Runnable reload) {
        this.tasks = tasks;
        this.toasts = toasts;
        this.texts = texts;
        this.reload = reload;
    }

    /**
     * Makes a change.
     *
     * @param title the text key of what is being done
     * @param work blocking; gives what is needed to take it back
     * @param back blocking; takes it back
     * @param done what to say, in whole words
     */
    public <T> void make(String title, Supplier<T> work, Consumer<T> back, String done) {
        make(title, work, back, done, _ -> {});
    }

    /** Makes a change; {@code then} hears of it before everything is read anew. */
    public <T> void make(String title, Supplier<T> work, Consumer<T> back, String done, Consumer<T> then) {
        tasks.run(
                title,
                _ -> work.get(),
                before -> {
                    then.accept(before);
                    reload.run();
                    Runnable undo = () -> takeBack(() -> back.accept(before));
                    undoable.push(undo);
                    toasts.show(done, texts.get("change.undo"), () -> {
                        if (undoable.remove(undo)) {
                            undo.run();
                        }
                    });
                },
                _ -> reload.run());
    }

    /** Takes the newest change back that was not taken back yet; does nothing when there is none. */
    public void undo() {
        var newest = undoable.poll();
        if (newest != null) {
            newest.run();
        }
    }

    private void takeBack(Runnable back) {
        tasks.run(
                "change.undoing",
                _ -> {
                    back.run();
                    return true;
                },
                _ -> {
                    reload.run();
                    toasts.show(texts.get("change.undone"));
                },
                _ -> reload.run());
    }
}
