package io.countersign.policy.ui;

import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.BackgroundTasks.Job;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.task.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Answers only the newest question, and stops the work on an older one at its next look at its progress. UI thread only. */
final class Newest {
    private final NewestOnly newest;
    private Ask asked = new Ask();

    Newest(BackgroundTasks tasks) {
        newest = new NewestOnly(tasks);
    }

    /**
     * How far work is.
     *
     * @param total 0 when unknown
     */
    record Reached(long done, long total) {
        static final Reached NOTHING = new Reached(0, 0);
    }

    /** One question; its progress may be asked for from any thread. */
    private static final class Ask {
        private final AtomicReference<Reached> reached = new AtomicReference<>(Reached.NOTHING);
        private volatile boolean over;

        Progress within(Progress around) {
            return new Progress() {
                @Override
                public void report(long done, long total, String message) {
                    reached.set(new Reached(done, total));
                    around.report(done, total, message);
                }

                @Override
                public void checkCancelled() {
                    if (over) {
                        throw new CancellationException();
                    }
                    around.checkCancelled();
                }
            };
        }
    }

    /** Asks; whatever was asked before and has not been answered is stopped and never will be. */
    <T> void ask(String title, Job<T> job, Consumer<T> onAnswer, Consumer<Throwable> onFailure) {
        stop();
        var ask = new Ask();
        asked = ask;
        newest.ask(title, progress -> job.call(ask.within(progress)), onAnswer, onFailure);
    }

    /** Stops the work; its question is answered by a {@link CancellationException}, unless {@link #forget} was said. */
    void stop() {
        asked.over = true;
    }

    /** Drops what was asked. */
    void forget() {
        stop();
        newest.forget();
    }

    /** How far the work on the newest question is. */
    Reached reached() {
        return asked.reached.get();
    }
}
