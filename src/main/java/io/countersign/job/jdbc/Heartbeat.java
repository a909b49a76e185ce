package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tells other processes that a job that a person started here is alive. */
final class Heartbeat implements AutoCloseable {
    private final PatientTimer timer = new PatientTimer("job-heartbeat", 1);
    private final Future<?> beats;
    private volatile boolean missed;

    Heartbeat(JobRows rows, Execution picked, Duration interval) {
        beats = timer.scheduleWithFixedDelay(
                () -> missed = !rows.beat(picked), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** True when nobody heard it the last time. */
    boolean missed() {
        return missed;
    }

    @Override
    public void close() {
        beats.cancel(false); // never interrupted: it uses H2
        timer.shutdown();
    }
}
