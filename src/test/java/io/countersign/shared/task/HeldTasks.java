package io.countersign.shared.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Holds every job until the test lets it run, to see what a window shows in between. */
public final class HeldTasks implements BackgroundTasks {
    private final DirectTasks tasks = new DirectTasks();
    private final Deque<Runnable> held = new ArrayDeque<>();

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess) {
        return run(title, job, onSuccess, _ -> {});
    }

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        held.add(() -> tasks.run(title, job, onSuccess, onFailure));
        return () -> {};
    }

    /** Runs the oldest job that is held. */
    public void runOne() {
        held.remove().run();
    }

    /** Runs all, those that they start included. */
    public void runAll() {
        while (!held.isEmpty()) {
            runOne();
        }
    }

    public int held() {
        return held.size();
    }
}
