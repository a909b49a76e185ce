package io.countersign.job.jdbc;

import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.shared.task.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A run that is going on in this process. Thread-safe. */
final class ActiveRun {
    private final AtomicReference<@Nullable Outcome> stopped = new AtomicReference<>();
    private final CompletableFuture<JobRun> ended = new CompletableFuture<>();
    private final BooleanSupplier lost;

    /** @param lost true once another process has taken the job over, because this one slept or could not be heard */
    ActiveRun(BooleanSupplier lost) {
        this.lost = lost;
    }

    /** Asks it to stop; what was asked first counts. */
    void stop(Outcome reason) {
        stopped.compareAndSet(null, reason);
    }

    /** How it ends when it stops early. */
    Outcome outcome() {
        var reason = stopped.get();
        return reason == null ? Outcome.CANCELLED : reason;
    }

    CompletableFuture<JobRun> ended() {
        return ended;
    }

    /** Also stops when {@code around} is cancelled. */
    Progress progress(Progress around) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                around.report(done, total, message);
            }

            @Override
            public void note(String line) {
                around.note(line);
            }

            @Override
            public void checkCancelled() {
                around.checkCancelled();
                if (stopped.get() == null && lost.getAsBoolean()) {
                    stop(Outcome.INTERRUPTED);
                }
                if (stopped.get() != null) {
                    throw new CancellationException();
                }
            }
        };
    }
}
