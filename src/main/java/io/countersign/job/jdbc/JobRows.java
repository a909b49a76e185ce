package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ScheduledTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.countersign.job.Job;
import io.countersign.shared.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one person's jobs in db-scheduler's table: when each is due, and who runs it. Who has picked a row runs the job;
 * others cannot. Blocking and thread-safe.
 */
final class JobRows {
    /** When a job is due that is only run by hand. */
    static final Instant NEVER = Schedule.NEVER;

    static final String TABLE = "scheduled_tasks";

    private final JdbcTaskRepository repository;
    private final String user;
    private final Clock clock;

    JobRows(Database database, String user, String owner, Clock clock) {
        this.user = user;
        this.clock = clock;
        repository = new JdbcTaskRepository(
                database.dataSource(),
                true,
                dialect(database),
                TABLE,
                new TaskResolver(SchedulerListeners.NOOP, clock::instant, List.of()),
                new SchedulerName.Fixed(owner),
                new TextSerializer(),
                false,
                clock::instant);
    }

    static JdbcCustomization dialect(Database database) {
        return database.isEmbedded()
                ? new DefaultJdbcCustomization(false)
                : new PostgreSqlJdbcCustomization(false, false);
    }

    /**
     * db-scheduler offers every instance of a task to every process that knows the task; another person's jobs must not be run
     * with this one's services. So each person's are tasks of their own.
     */
    static String taskName(Job job, String user) {
        return job.name() + " " + user;
    }

    /** Makes the row where there is none. */
    void ensure(Job job, Instant due) {
        repository.createIfNotExists(new ScheduledTaskInstance(new TaskInstance<>(taskName(job, user), user, ""), due));
    }

    Optional<Execution> find(Job job) {
        return repository.getExecution(taskName(job, user), user);
    }

    /** Takes it for this process; empty when somebody else was faster. */
    Optional<Execution> pick(Execution free) {
        return repository.pick(free, clock.instant());
    }

    /** Says that whoever picked it is alive; false when it is no longer this one's. */
    boolean beat(Execution picked) {
        return repository.updateHeartbeatWithRetry(picked, clock.instant(), 2);
    }

    /** Whether it is still as it was picked. */
    boolean holds(Execution picked) {
        return repository
                .getExecution(picked.getTaskName(), picked.getId())
                .filter(row -> row.isPicked() && row.version == picked.version)
                .isPresent();
    }

    /**
     * Lets go of it until it is due again; fails when it is no longer as it was read.
     *
     * @param note what the next to pick it should know
     */
    void release(Execution picked, Instant due, String note) {
        repository.reschedule(picked, due, note, clock.instant(), picked.lastFailure, 0);
    }

    /** Moves it, unless somebody runs it: then its end decides when it is due. */
    void move(Job job, Instant due) {
        find(job).filter(row -> !row.isPicked()).ifPresent(row -> release(row, due, ""));
    }
}
