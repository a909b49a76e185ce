package io.countersign.shared.task;

import io.countersign.shared.task.BackgroundTasks.Job;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers only the newest of the questions that pile up while one is being answered. UI thread only. */
public final class NewestOnly {
    private final BackgroundTasks tasks;
    private boolean busy;
    private @Nullable Runnable newer;

    /** Answers in the background of {@code tasks}. */
    public NewestOnly(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Asks; whatever was asked before and has not been answered never will be. */
    public <T> void ask(String title, Job<T> job, Consumer<T> onAnswer, Consumer<Throwable> onFailure) {
        Runnable question = () -> tasks.run(title, job, unlessNewer(onAnswer), unlessNewer(onFailure));
        if (busy) {
            newer = question;
        } else {
            busy = true;
            question.run();
        }
    }

    /** Drops what was asked. */
    public void forget() {
        if (busy) {
            newer = () -> busy = false;
        }
    }

    private <T> Consumer<T> unlessNewer(Consumer<T> handler) {
        return answer -> {
            var question = newer;
            newer = null;
            if (question == null) {
                busy = false;
                handler.accept(answer);
            } else {
                question.run();
            }
        };
    }
}
