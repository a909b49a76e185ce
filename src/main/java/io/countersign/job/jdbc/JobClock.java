package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A running db-scheduler, whose threads are never interrupted. */
final class JobClock implements AutoCloseable {
    /** How late a job begins at most, after sleep too. */
    static final Duration POLL = Duration.ofSeconds(15);

    /** Jobs are in nobody's way; one that takes an hour does not keep the others waiting. */
    private static final int THREADS = 2;

    /** db-scheduler waits twice. */
    private static final Duration HALF_OF_LAST_WAIT = Duration.ofSeconds(30);

    /** Other persons' jobs are unknown tasks, which it would delete after 14 days. */
    private static final Duration KEEP_UNKNOWN = Duration.ofDays(36_500);

    private final Scheduler scheduler;

    private JobClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static JobClock start(Database database, String owner, List<Task<?>> tasks, Clock clock) {
        var wake = new AtomicReference<Runnable>(() -> {});
        var scheduler = Scheduler.create(database.dataSource(), tasks)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(owner))
                .serializer(new TextSerializer())
                .jdbcCustomization(JobRows.dialect(database))
                .tableName(JobRows.TABLE)
                .threads(THREADS)
                .executorService(new PatientPool("job", THREADS, () -> {}))
                .dueExecutor(new PatientPool("job-due", 1, () -> wake.get().run()))
                .housekeeperExecutor(new PatientTimer("job-housekeeper", 1))
                .pollingInterval(POLL)
                .heartbeatInterval(ScheduledJobs.HEARTBEAT)
                .missedHeartbeatsLimit(ScheduledJobs.MISSED_BEATS)
                .deleteUnresolvedAfter(KEEP_UNKNOWN)
                .shutdownMaxWait(HALF_OF_LAST_WAIT)
                .build();
        wake.set(scheduler::triggerCheckForDueExecutions);
        scheduler.start();
        return new JobClock(scheduler);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
