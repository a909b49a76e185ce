package io.countersign.job;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job to its end, however it ends, and notes what became of it. Whoever calls it sees to it that a job runs once at a time. */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobHistory history;
    private final String machine;
    private final Clock clock;

    /** @param machine what the history calls this computer */
    public JobRunner(JobHistory history, String machine, Clock clock) {
        this.history = history;
        this.machine = machine;
        this.clock = clock;
    }

    /**
     * Runs on the calling thread.
     *
     * @param stops says how a run ended that was asked to stop
     */
    public JobRun run(Job job, Trigger trigger, Progress progress, StopReason stops) {
        var run = history.begin(job.name(), machine, trigger, clock.instant());
        var log = new RunLog();
        var outcome = Outcome.FAILED;
        var counts = Counts.NONE;
        try {
            counts = job.work().run(logged(progress, log));
            outcome = Outcome.DONE;
        } catch (CancellationException _) {
            outcome = stops.outcome();
            log.add(outcome == Outcome.CANCELLED ? "Stopped on request." : "Stopped; it will be run again.");
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            log.failed(e);
            LOG.error("The job {} failed", job.name(), e);
        }
        var ended = history.end(run, clock.instant(), outcome, counts, log.text());
        LOG.info("Job {} ({}): {} {}", job.name(), trigger, outcome, counts.values());
        return ended;
    }

    /** Why a run stopped early. */
    @FunctionalInterface
    public interface StopReason {
        /** {@link Outcome#CANCELLED} or {@link Outcome#INTERRUPTED}. */
        Outcome outcome();
    }

    private static Progress logged(Progress progress, RunLog log) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                log.progress(done, total, message);
                progress.report(done, total, message);
            }

            @Override
            public void note(String line) {
                log.note(line);
                progress.note(line);
            }

            @Override
            public void checkCancelled() {
                progress.checkCancelled();
            }
        };
    }
}
