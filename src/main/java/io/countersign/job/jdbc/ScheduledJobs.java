package io.countersign.job.jdbc;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    private static final int LONGEST_OWNER = 50;

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Database database;
    private final Clock clock;
    private final JobHistory history;
    private final JobSettings settings;
    private final DueTimes times;
    private final String owner;
    private final JobRows rows;
    private final RunsHere runs;
    private final DueJobs due;
    private final List<Task<?>> tasks;
    private boolean recovered;
    private @Nullable JobClock ticking;

    /** Whose jobs, and where they run. {@code machine} is what the history calls this computer. */
    public record Place(String user, String machine) {}

    public ScheduledJobs(List<Job> jobs, Database database, Place place, PowerSupply power, Clock clock) {
        jobs.forEach(job -> this.jobs.put(job.name(), job));
        this.database = database;
        this.clock = clock;
        history = new JdbcJobHistory(database, place.user());
        settings = new JdbcJobSettings(database, place.user());
        times = new DueTimes(settings, clock);
        owner = owner(place.machine(), clock);
        rows = new JobRows(database, place.user(), owner, clock);
        runs = new RunsHere(rows, times, history, new JobRunner(history, place.machine(), clock), clock);
        due = new DueJobs(runs, rows, times, history, power, clock);
        tasks = this.jobs.values().stream()
                .<Task<?>>map(job -> due.task(job, place.user()))
                .toList();
    }

    /** Of this process only, also where each has the same number, as in containers. */
    private static String owner(String machine, Clock clock) {
        var process = "/" + ProcessHandle.current().pid() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX);
        return machine.substring(0, Math.min(machine.length(), LONGEST_OWNER - process.length())) + process;
    }

    /** Lets the clock start jobs from now on, those first that were missed. */
    public synchronized void start() {
        if (ticking != null || runs.isClosing()) {
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
            if (!times.isAutomatic(job) || (planned && !pausing)) {
                rows.move(job, times.next(job, served));
            }
        });
    }

    /** Where nobody else can have the database open, whoever had picked a job before this process is dead. */
    private synchronized void recover() {
        if (!recovered && database.isEmbedded()) {
            for (var job : jobs.values()) {
                rows.find(job)
                        .filter(row -> row.isPicked() && !owner.equals(row.pickedBy))
                        .ifPresent(row -> due.bury(job, row));
            }
        }
        recovered = true;
    }

    @Override
    public List<State> jobs() {
        recover();
        var choices = settings.all();
        return jobs.values().stream()
                .map(job -> state(job, choices.getOrDefault(job.name(), JobSettings.Choice.STANDARD)))
                .toList();
    }

    private State state(Job job, JobSettings.Choice choice) {
        var row = rows.find(job);
        var next = row.map(Execution::getExecutionTime).orElseGet(() -> times.next(job));
        var newest = history.newest(Optional.of(job.name()), 2);
        return new State(
                job.name(),
                DueTimes.schedule(job, choice),
                choice.paused(),
                Optional.of(next).filter(at -> !choice.paused() && at.isBefore(JobRows.NEVER)),
                newest.stream().filter(run -> run.outcome() != Outcome.RUNNING).findFirst(),
                newest.stream()
                        .filter(run -> run.outcome() == Outcome.RUNNING
                                && row.filter(Execution::isPicked).isPresent())
                        .findFirst());
    }

    @Override
    public List<JobRun> history(Optional<String> job, int limit) {
        recover();
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
            var here = runs.of(job);
            if (here.isPresent()) {
                return runs.await(here.get(), progress);
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
                due.bury(job, row);
            } else {
                elsewhere = history.newest(Optional.of(name), 1).stream()
                        .filter(run -> run.outcome() == Outcome.RUNNING)
                        .findFirst()
                        .or(keep(elsewhere));
                runs.pause();
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
            var done = runs.perform(job, picked, Trigger.PERSON, progress, beat::missed);
            runs.letGo(job, picked, done);
            return done.run();
        }
    }

    @Override
    public void cancel(String name) {
        runs.of(job(name)).ifPresent(run -> run.stop(Outcome.CANCELLED));
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
        runs.stop();
        synchronized (this) {
            if (ticking != null) {
                ticking.close();
                ticking = null;
            }
        }
        runs.awaitEnds();
    }
}
