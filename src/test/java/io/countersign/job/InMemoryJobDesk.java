package io.countersign.job;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Jobs without a database: a run is over at once, unless one was left going on. Thread-safe. */
public final class InMemoryJobDesk implements JobDesk {
    /** What it calls this computer. */
    public static final String HERE = "desk";

    private final Instant now;
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();
    private final List<String> paused = new ArrayList<>();
    private final List<JobRun> runs = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private @Nullable RuntimeException failure;

    public InMemoryJobDesk(Instant now) {
        this.now = now;
    }

    /** The jobs of the product, one in each state that a person may see. */
    public static InMemoryJobDesk usual(Instant now) {
        var desk = new InMemoryJobDesk(now)
                .with("ats-enrichment", new Schedule.Daily(LocalTime.of(2, 0)))
                .with("policy-stats", new Schedule.Daily(LocalTime.of(2, 15)))
                .with("recall-sampling", new Schedule.Daily(LocalTime.of(2, 30)))
                .with("index-catch-up", new Schedule.Every(Duration.ofMinutes(15)))
                .with("embeddings", new Schedule.Daily(LocalTime.of(3, 30)))
                .with("backup", new Schedule.Daily(LocalTime.of(3, 0)))
                .with("retention", new Schedule.ByHand())
                .with("digest", new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)));
        var night = now.minus(Duration.ofHours(8));
        for (int i = 30; i >= 0; i--) {
            var counts = Counts.of("examined", 120L + i).and("enriched", i % 4).and("applications", 23);
            desk.ended("ats-enrichment", night.minus(Duration.ofDays(i)), Outcome.DONE, counts, "120 of 120 threads");
        }
        desk.ended("policy-stats", night, Outcome.DONE, Counts.NONE, "");
        desk.ended(
                "index-catch-up",
                now.minusSeconds(300),
                Outcome.FAILED,
                Counts.NONE,
                "indexing 12 of 80\nThe search server at https://search.example.com:9200 did not answer in time.\ncaused by: timeout");
        desk.ended("backup", night, Outcome.DONE, Counts.of("bytes", 48_200_000), "copied");
        desk.ended("recall-sampling", night, Outcome.CANCELLED, Counts.NONE, "Stopped on request.");
        desk.ended("digest", now.minus(Duration.ofDays(3)), Outcome.INTERRUPTED, Counts.NONE, "");
        desk.runs.add(new JobRun(
                900,
                "embeddings",
                HERE,
                Trigger.SCHEDULE,
                now.minusSeconds(42),
                Optional.empty(),
                Outcome.RUNNING,
                Counts.NONE,
                ""));
        desk.pause("recall-sampling");
        return desk;
    }

    public synchronized InMemoryJobDesk with(String job, Schedule schedule) {
        schedules.put(job, schedule);
        return this;
    }

    public synchronized void ended(String job, Instant at, Outcome outcome, Counts counts, String log) {
        runs.add(new JobRun(
                runs.size() + 1L,
                job,
                HERE,
                Trigger.SCHEDULE,
                at,
                Optional.of(at.plusSeconds(3)),
                outcome,
                counts,
                log));
    }

    /** It goes on, on that computer. */
    public synchronized void begun(String job, String machine) {
        runs.add(new JobRun(
                runs.size() + 1L,
                job,
                machine,
                Trigger.SCHEDULE,
                now.minusSeconds(42),
                Optional.empty(),
                Outcome.RUNNING,
                Counts.NONE,
                ""));
    }

    /** From now on whatever is asked fails with this. */
    public synchronized void fail(RuntimeException why) {
        failure = why;
    }

    public synchronized void recover() {
        failure = null;
    }

    public synchronized List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    private void check() {
        var why = failure;
        if (why != null) {
            throw why;
        }
    }

    @Override
    public synchronized List<State> jobs() {
        check();
        return schedules.keySet().stream().map(this::state).toList();
    }

    private State state(String job) {
        var of = history(Optional.of(job), Integer.MAX_VALUE);
        boolean rests = paused.contains(job);
        return new State(
                job,
                schedule(job),
                rests,
                rests ? Optional.empty() : schedule(job).after(now, ZoneOffset.UTC),
                of.stream().filter(run -> run.outcome() != Outcome.RUNNING).findFirst(),
                of.stream().filter(run -> run.outcome() == Outcome.RUNNING).findFirst());
    }

    private Schedule schedule(String job) {
        return Optional.ofNullable(schedules.get(job)).orElseThrow();
    }

    @Override
    public synchronized List<JobRun> history(Optional<String> job, int limit) {
        check();
        return runs.reversed().stream()
                .filter(run -> job.isEmpty() || run.job().equals(job.get()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized JobRun run(String job, Progress progress) {
        check();
        if (!schedules.containsKey(job)) {
            throw new CountersignException.Invalid("job", "There is no job " + job + ".");
        }
        var run = new JobRun(
                runs.size() + 1L,
                job,
                HERE,
                Trigger.PERSON,
                now,
                Optional.of(now.plusSeconds(2)),
                Outcome.DONE,
                Counts.of("examined", 7),
                "7 of 7");
        runs.add(run);
        return run;
    }

    @Override
    public synchronized void cancel(String job) {
        cancelled.add(job);
        var at = java.util.stream.IntStream.range(0, runs.size())
                .filter(i -> runs.get(i).job().equals(job) && runs.get(i).outcome() == Outcome.RUNNING)
                .findFirst();
        end(at);
    }

    private void end(OptionalInt at) {
        at.ifPresent(i -> {
            var run = runs.get(i);
            runs.set(
                    i,
                    new JobRun(
                            run.id(),
                            run.job(),
                            run.machine(),
                            run.trigger(),
                            run.startedAt(),
                            Optional.of(now),
                            Outcome.CANCELLED,
                            Counts.NONE,
                            "Stopped on request."));
        });
    }

    @Override
    public synchronized void pause(String job) {
        check();
        paused.add(job);
    }

    @Override
    public synchronized void resume(String job) {
        check();
        paused.remove(job);
    }

    @Override
    public synchronized void reschedule(String job, Schedule schedule) {
        check();
        schedules.put(job, schedule);
    }
}
