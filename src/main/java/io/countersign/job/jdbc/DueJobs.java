package io.countersign.job.jdbc;

import static io.countersign.job.jdbc.RunsHere.MISSED;
import static io.countersign.job.jdbc.RunsHere.NOTHING;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.job.Job;
import io.countersign.job.JobHistory;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.PowerSupply;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What db-scheduler does with a job: it runs what is due and buries what died. Thread-safe. */
final class DueJobs {
    /** How soon a job is tried again that must not run on a low battery. */
    static final Duration BATTERY_PAUSE = Duration.ofSeconds(30);

    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    private final RunsHere runs;
    private final JobRows rows;
    private final DueTimes times;
    private final JobHistory history;
    private final PowerSupply power;
    private final Clock clock;

    DueJobs(RunsHere runs, JobRows rows, DueTimes times, JobHistory history, PowerSupply power, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.times = times;
        this.history = history;
        this.power = power;
        this.clock = clock;
    }

    /** The task that runs it. */
    Task<String> task(Job job, String user) {
        return Tasks.custom(JobRows.taskName(job, user), String.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecution((complete, _) -> bury(job, complete.getExecution()))
                .execute((instance, context) -> due(job, instance, context));
    }

    private CompletionHandler<String> due(Job job, TaskInstance<String> instance, ExecutionContext context) {
        var execution = context.getExecution();
        if (!times.isAutomatic(job)) {
            return (_, _) -> rows.release(execution, JobRows.NEVER, NOTHING);
        }
        if (power.isLow()) {
            return (_, _) -> rows.release(execution, clock.instant().plus(BATTERY_PAUSE), MISSED);
        }
        var beats = context.getCurrentlyExecuting().getHeartbeatState();
        var trigger = instance.getData().equals(MISSED) ? Trigger.CATCH_UP : times.trigger(execution.executionTime);
        var done = runs.perform(job, execution, trigger, Progress.none(), () -> beats.getFailedHeartbeats() > 0);
        return (_, _) -> runs.letGo(job, execution, done);
    }

    /** Whoever picked it is dead, unless it is this process, which slept and beats again soon. */
    void bury(Job job, Execution dead) {
        if (runs.of(job).isPresent()) {
            return;
        }
        var last = history.newest(Optional.of(job.name()), 2);
        boolean again = last.size() == 2 && last.get(1).outcome() == Outcome.INTERRUPTED;
        boolean died = history.interrupt(job.name(), clock.instant()) > 0;
        boolean served = !last.isEmpty() && !last.getFirst().startedAt().isBefore(dead.executionTime);
        if (died && !again && !times.choice(job).paused()) {
            rows.release(dead, clock.instant(), MISSED);
        } else if (died || served || !times.isAutomatic(job)) {
            rows.release(dead, times.next(job, dead.executionTime), NOTHING);
        } else {
            rows.release(dead, dead.executionTime, NOTHING); // it died before it began
        }
        LOG.info("A run of {} died", job.name());
    }
}
