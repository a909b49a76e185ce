package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.countersign.job.Job;
import io.countersign.job.JobDesk;
import io.countersign.job.JobHistory;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.JobRunner;
import io.countersign.job.JobSettings;
import io.countersign.job.PowerSupply;
import io.countersign.job.Schedule;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of one person on db-scheduler. They run by the clock between {@link #start()} and {@link #close()}, and whenever
 * somebody asks; of each only one run at a time on all computers that share the database. A run whose process died is noticed
 * after {@link #DEAD}, or at once where the database is this process's own, and is run again once.
 */
public final class ScheduledJobs implements JobDesk, AutoCloseable {
    static final Duration HEARTBEAT = Duration.ofSeconds(30);
    static final int MISSED_BEATS = 6;

    /** Also how much the clocks of two computers may differ. */
    static final Duration DEAD = HEARTBEAT.multipliedBy(MISSED_BEATS);

    /** How soon a job is tried again that must not run on a low battery. */
    static final Duration BATTERY_PAUSE = Duration.ofSeconds(30);

    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofMinutes(1);
    private static final int LONGEST_OWNER = 50;
    private static final String NOTHING = "";
    private static final String MISSED = "missed";
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledJobs.class);

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Database database;
    private final Clock clock;
    private final JobHistory history;
    private final JobSettings settings;
    private final DueTimes times;
    private final JobRunner runner;
    private final PowerSupply power;
    private final String owner;
    private final List<Task<?>> tasks;
    private final JobRows rows;
    private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean recovered;
    private @Nullable JobClock ticking;

    /** Whose jobs, and where they run. {@code machine} is what the history calls this computer. */
    public record Place(String user, String machine) {}

    public ScheduledJobs(List<Job> jobs, Database database, Place place, PowerSupply power, Clock clock) {
        jobs.forEach(job -> this.jobs.put(job.name(), job));
        this.database = database;
        this.clock = clock;
        this.power = power;
        history = new JdbcJobHistory(database, place.user());
        settings = new JdbcJobSettings(database, place.user());
        times = new DueTimes(settings, clock);
        runner = new JobRunner(history, place.machine(), clock);
        owner = owner(place.machine(), clock);
        tasks = this.jobs.values().stream()
                .<Task<?>>map(job -> task(job, place.user()))
                .toList();
        rows = new JobRows(database, place.user(), owner, tasks, clock);
    }

    /** Of this process only, also where each has the same number, as in containers. */
    private static String owner(String machine, Clock clock) {
        var process = "/" + ProcessHandle.current().pid() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX);
        return machine.substring(0, Math.min(machine.length(), LONGEST_OWNER - process.length())) + process;
    }

    /** Lets the clock start jobs from now on, those first that were missed. */
    public synchronized void start() {
        if (ticking != null || closing.getCount() == 0) {
            return;
        }
        prepare();
        ticking = JobClock.start(database, owner, tasks, clock);
    }

    /** What {@link #start()} does before the clock ticks. */
    void prepare() {
        recover();
        jobs.values().forEach(this::plan);
    }

    /** What a scheduler has to know, for tests that tick themselves. */
    List<Task<?>> tasks() {
        return tasks;
    }

    /** The zone, the schedule or the program may have changed since the row was written; what was missed stays due. */
    private void plan(Job job) {
        var served = history.newest(Optional.of(job.name()), 1).stream()
                .findFirst()
                .map(JobRun::startedAt)
                .orElse(Instant.MIN);
        rows.ensure(job, times.next(job, served));
        rows.find(job).filter(row -> !row.isPicked()).ifPresent(row -> {
            boolean planned = row.executionTime.isAfter(clock.instant());
            boolean pausing = DueTimes.schedule(job, times.choice(job)) instanceof Schedule.Every
                    && row.executionTime.isBefore(JobRows.NEVER);
            if (!times.isAutomatic(job) || planned && !pausing) {
                rows.move(job, times.next(job, served));
            }
        });
    }

    private Task<String> task(Job job, String user) {
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
        var done = perform(job, execution, trigger, Progress.none(), () -> beats.getFailedHeartbeats() > 0);
        return (_, _) -> letGo(job, execution, done);
    }

    private record Done(ActiveRun active, JobRun run) {}

    /** For whoever has picked {@code execution}; it stays noted as active until {@link #letGo}. */
    private Done perform(Job job, Execution execution, Trigger trigger, Progress progress, BooleanSupplier missedBeat) {
        var run = new ActiveRun(() -> missedBeat.getAsBoolean() && !rows.holds(execution));
        active.put(job.name(), run);
        try {
            if (closing.getCount() == 0) {
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

    private void letGo(Job job, Execution execution, Done done) {
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

    /** Whoever picked it is dead, unless it is this process, which slept and beats again soon. */
    private void bury(Job job, Execution dead) {
        if (active.containsKey(job.name())) {
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

    /** Where nobody else can have the database open, whoever had picked a job before this process is dead. */
    private synchronized void recover() {
        if (!recovered && database.isEmbedded()) {
            for (var job : jobs.values()) {
                rows.find(job)
                        .filter(row -> row.isPicked() && !owner.equals(row.pickedBy))
                        .ifPresent(row -> bury(job, row));
            }
        }
        recovered = true;
    }

    @Override
    public List<State> jobs() {
        var choices = settings.all();
        return jobs.values().stream()
                .map(job -> state(job, choices.getOrDefault(job.name(), JobSettings.Choice.STANDARD)))
                .toList();
    }

    private State state(Job job, JobSettings.Choice choice) {
        var row = rows.find(job);
        var due = row.map(Execution::getExecutionTime).orElseGet(() -> times.next(job));
        var runs = history.newest(Optional.of(job.name()), 2);
        return new State(
                job.name(),
                DueTimes.schedule(job, choice),
                choice.paused(),
                Optional.of(due).filter(at -> !choice.paused() && at.isBefore(JobRows.NEVER)),
                runs.stream().filter(run -> run.outcome() != Outcome.RUNNING).findFirst(),
                runs.stream()
                        .filter(run -> run.outcome() == Outcome.RUNNING
                                && row.filter(Execution::isPicked).isPresent())
                        .findFirst());
    }

    @Override
    public List<JobRun> history(Optional<String> job, int limit) {
        return history.newest(job.map(name -> job(name).name()), limit);
    }

    private Job job(String name) {
        var job = jobs.get(name);
        if (job == null) {
            throw new CountersignException.Invalid(
                    "job", "There is no job " + name + "; there are: " + String.join(", ", jobs.keySet()) + ".");
        }
        return job;
    }

    @Override
    public JobRun run(String name, Progress progress) {
        var job = job(name);
        recover();
        rows.ensure(job, times.next(job));
        Optional<JobRun> elsewhere = Optional.empty();
        while (true) {
            progress.checkCancelled();
            var here = active.get(name);
            if (here != null) {
                return await(here, progress);
            }
            var ended = elsewhere
                    .flatMap(run -> history.find(run.id()))
                    .filter(run -> run.outcome() != Outcome.RUNNING && run.outcome() != Outcome.INTERRUPTED);
            if (ended.isPresent()) {
                return ended.get();
            }
            var row = rows.find(job).orElseThrow();
            if (!row.isPicked()) {
                var picked = rows.pick(row);
                if (picked.isPresent()) {
                    return runHere(job, picked.get(), progress);
                }
            } else if (isDead(row)) {
                bury(job, row);
            } else {
                elsewhere = history.newest(Optional.of(name), 1).stream()
                        .filter(run -> run.outcome() == Outcome.RUNNING)
                        .findFirst()
                        .or(keep(elsewhere));
                pause();
            }
        }
    }

    private static Supplier<Optional<JobRun>> keep(Optional<JobRun> run) {
        return () -> run;
    }

    private boolean isDead(Execution picked) {
        return picked.lastHeartbeat != null && picked.lastHeartbeat.plus(DEAD).isBefore(clock.instant());
    }

    private JobRun runHere(Job job, Execution picked, Progress progress) {
        try (var beat = new Heartbeat(rows, picked, HEARTBEAT)) {
            var done = perform(job, picked, Trigger.PERSON, progress, beat::missed);
            letGo(job, picked, done);
            return done.run();
        }
    }

    private JobRun await(ActiveRun run, Progress progress) {
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

    private void pause() {
        try {
            if (closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void cancel(String name) {
        var run = active.get(job(name).name());
        if (run != null) {
            run.stop(Outcome.CANCELLED);
        }
    }

    @Override
    public void pause(String name) {
        var job = job(name);
        settings.pause(name, true);
        rows.move(job, JobRows.NEVER);
    }

    @Override
    public void resume(String name) {
        var job = job(name);
        settings.pause(name, false);
        rows.move(job, times.next(job));
    }

    @Override
    public void reschedule(String name, Schedule schedule) {
        var job = job(name);
        settings.schedule(name, schedule);
        rows.move(job, times.next(job));
    }

    /** Forgets old runs; returns how many. */
    public int prune(Duration keep, int most) {
        return history.prune(clock.instant().minus(keep), most);
    }

    /**
     * Starts nothing any more, asks what runs to stop and waits for it, at most a minute or two. What stopped early, or has not
     * stopped by then, is run when the jobs are started the next time.
     */
    @Override
    public void close() {
        closing.countDown();
        active.values().forEach(run -> run.stop(Outcome.INTERRUPTED));
        synchronized (this) {
            if (ticking != null) {
                ticking.close();
                ticking = null;
            }
        }
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
}
