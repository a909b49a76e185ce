package io.countersign.approval.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.BackgroundTasks.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Runs work behind the window one piece after another, in the order in which it was asked for. UI thread only. */
final class WorkQueue {
    private final BackgroundTasks tasks;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    WorkQueue(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Adds a piece; a failure does not stop those behind it. */
    <T> void add(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        waiting.add(() -> tasks.run(title, job, thenNext(onSuccess), thenNext(onFailure)));
        if (!busy) {
            next();
        }
    }

    private <T> Consumer<T> thenNext(Consumer<T> handler) {
        return answer -> {
            try {
                handler.accept(answer);
            } finally {
                next();
            }
        };
    }

    private void next() {
        var work = waiting.poll();
        busy = work != null;
        if (work != null) {
            work.run();
        }
    }
}
