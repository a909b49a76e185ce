package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.countersign.job.Job;
import io.countersign.job.JobHistory;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.JobRunner;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that go on in this process, from picking a row to letting go of it. Thread-safe. */
final class RunsHere {
    /** For {@link JobRows#release}: the next run makes up for this one. */
    static final String MISSED = "missed";

    static final String NOTHING = "";

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(RunsHere.class);

    private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final JobRows rows;
    private final DueTimes times;
    private final JobHistory history;
    private final JobRunner runner;
    private final Clock clock;

    RunsHere(JobRows rows, DueTimes times, JobHistory history, JobRunner runner, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.history = history;
        this.runner = runner;
        this.clock = clock;
    }

    Optional<ActiveRun> of(Job job) {
        return Optional.ofNullable(active.get(job.name()));
    }

    /** A run that has ended and is still noted. */
    record Done(ActiveRun active, JobRun run) {}

    /** For whoever has picked {@code execution}; it stays noted as active until {@link #letGo}. */
    Done perform(Job job, Execution execution, Trigger trigger, Progress progress, BooleanSupplier missedBeat) {
        var run = new ActiveRun(() -> missedBeat.getAsBoolean() && !rows.holds(execution));
        active.put(job.name(), run);
        try {
            if (isClosing()) {
                run.stop(Outcome.INTERRUPTED);
            }
            history.interrupt(job.name(), clock.instant());
            return new Done(run, runner.run(job, trigger, run.progress(progress), run::outcome));
        } catch (RuntimeException e) {
            active.remove(job.name(), run);
            run.ended().completeExceptionally(e);
            throw e;
        }
    }

    /** When it is due again. */
    void letGo(Job job, Execution execution, Done done) {
        try {
            if (done.run().outcome() == Outcome.INTERRUPTED) {
                rows.release(execution, earlier(execution.executionTime, clock.instant()), MISSED);
            } else {
                var served = done.run().trigger() == Trigger.PERSON ? Instant.MIN : execution.executionTime;
                rows.release(execution, times.next(job, served), NOTHING);
            }
        } finally {
            active.remove(job.name(), done.active());
            done.active().ended().complete(done.run());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Starts nothing that lasts any more, and asks what runs to stop. */
    void stop() {
        closing.countDown();
        active.values().forEach(run -> run.stop(Outcome.INTERRUPTED));
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits for what runs, a minute at most. */
    void awaitEnds() {
        for (var run : List.copyOf(active.values())) {
            try {
                run.ended().get(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("A job has not ended in time", e);
            }
        }
    }

    /** Waits for its end. */
    JobRun await(ActiveRun run, Progress progress) {
        while (true) {
            progress.checkCancelled();
            try {
                return run.ended().get(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                LOG.debug("still waiting for a run");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /** Before looking again what happens elsewhere. */
    void pause() {
        try {
            if (closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
