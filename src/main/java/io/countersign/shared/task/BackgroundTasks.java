package io.countersign.shared.task;

import java.util.function.Consumer;

/**
 * Runs work off the UI thread. The success handler runs on the UI thread; failures reach one central handler, which also
 * runs on the UI thread. Threads are never interrupted: embedded H2 would lose its file.
 */
public interface BackgroundTasks {
    /** Runs {@code job}; it is shown to the person as {@code title} (a text key) once it takes noticeable time. */
    <T> Running run(String title, Job<T> job, Consumer<T> onSuccess);

    /** Like {@link #run(String, Job, Consumer)}, and hands a failure to {@code onFailure} after the central handler. */
    <T> Running run(String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure);

    /** A unit of blocking work. */
    @FunctionalInterface
    interface Job<T> {
        T call(Progress progress) throws Exception;
    }

    /** A job that was started. */
    interface Running {
        /** Asks the job to stop at its next {@link Progress#checkCancelled()}. */
        void cancel();
    }
}
