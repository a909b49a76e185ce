package io.countersign.shared.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs every job at once on the calling thread, so that a view-model test needs no waiting; keeps what failed. */
public final class DirectTasks implements BackgroundTasks {
    private final List<Throwable> failures = new ArrayList<>();

    /** What reached the central handler. */
    public List<Throwable> failures() {
        return failures;
    }

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess) {
        return run(title, job, onSuccess, _ -> {});
    }

    @Override
    public <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        T result;
        try {
            result = job.call(Progress.none());
        } catch (Exception e) {
            failures.add(e);
            onFailure.accept(e);
            return () -> {};
        }
        onSuccess.accept(result);
        return () -> {};
    }
}
