package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import io.countersign.job.Counts;
import io.countersign.job.Job;
import io.countersign.job.JobDesk.State;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.MovableClock;
import io.countersign.job.Schedule;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The jobs of a person on a clock that the test moves, on both databases. */
abstract class ScheduledJobsContract {
    private static final String ANN = "ann@example.org";
    private static final Schedule AT_TWO = new Schedule.Daily(LocalTime.of(2, 0));

    final Database database = open();
    final MovableClock clock = new MovableClock("Europe/Berlin", "2026-03-28T12:00:00");
    private final List<Instant> runs = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean low = new AtomicBoolean();
    private volatile Job.Work work = _ -> Counts.of("done", 3);

    abstract Database open();

    @AfterEach
    void close() {
        database.close();
    }

    /** One process: its jobs, and a scheduler that ticks when told. */
    final class Machine {
        final ScheduledJobs jobs;
        final Job job;
        private final ManualScheduler scheduler;

        Machine(String name, String user, Schedule schedule) {
            job = new Job("nightly", schedule, progress -> {
                runs.add(clock.instant());
                return work.run(progress);
            });
            jobs = new ScheduledJobs(List.of(job), database, new ScheduledJobs.Place(user, name), low::get, clock);
            var settable = new SettableClock() {
                @Override
                public Instant now() {
                    return clock.instant();
                }
            };
            var builder = (ManualSchedulerBuilder) TestHelper.createManualScheduler(database.dataSource(), jobs.tasks())
                    .clock(settable)
                    .serializer(new TextSerializer())
                    .jdbcCustomization(JobRows.dialect(database))
                    .heartbeatInterval(ScheduledJobs.HEARTBEAT);
            scheduler = builder.build();
            jobs.prepare();
        }

        void tick() {
            scheduler.runAnyDueExecutions();
            scheduler.runDeadExecutionDetection();
        }

        /** Every so often until then. */
        void tickUntil(String localTime, Duration every) {
            var end = new MovableClock("Europe/Berlin", localTime).instant();
            while (clock.instant().isBefore(end)) {
                clock.move(every);
                tick();
            }
        }

        State state() {
            return jobs.jobs().getFirst();
        }

        JobRun last() {
            return jobs.history(Optional.of("nightly"), 1).getFirst();
        }
    }

    private Machine machine() {
        return machine("laptop");
    }

    @Test
    void aRunIsToldWithItsCountsAndDuration() {
        var laptop = machine();
        work = progress -> {
            progress.report(5, 5, "");
            clock.move(Duration.ofSeconds(7));
            return Counts.of("examined", 5).and("enriched", 2);
        };

        laptop.tickUntil("2026-03-29T04:00:00", Duration.ofMinutes(1));

        assertThat(runs).hasSize(1);
        var run = laptop.last();
        assertThat(run.outcome()).isEqualTo(Outcome.DONE);
        assertThat(run.trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(run.machine()).isEqualTo("laptop");
        assertThat(run.counts().values())
                .containsExactly(java.util.Map.entry("examined", 5L), java.util.Map.entry("enriched", 2L));
        assertThat(run.duration()).contains(Duration.ofSeconds(7));
        assertThat(run.log()).isEqualTo("5 of 5");
    }

    @Test
    void onTheNightsOnWhichClocksChangeItRunsOnce() {
        var laptop = machine();
        laptop.tickUntil("2026-03-31T12:00:00", Duration.ofMinutes(10));
        assertThat(runs)
                .containsExactly(
                        Instant.parse("2026-03-29T01:00:00Z"), // 03:00, since there is no 02:00
                        Instant.parse("2026-03-30T00:00:00Z"),
                        Instant.parse("2026-03-31T00:00:00Z"));

        runs.clear();
        clock.set("2026-10-24T12:00:00");
        laptop.tick(); // what was missed since spring
        runs.clear();
        laptop.tickUntil("2026-10-27T12:00:00", Duration.ofMinutes(10));
        assertThat(runs)
                .containsExactly(
                        Instant.parse("2026-10-25T00:00:00Z"),
                        Instant.parse("2026-10-26T01:00:00Z"),
                        Instant.parse("2026-10-27T01:00:00Z"));
    }

    @Test
    void threeDaysAsleepIsMadeUpForOnce() {
        var laptop = machine();
        clock.set("2026-04-01T09:30:00");

        laptop.tick();
        assertThat(runs).hasSize(1);
        assertThat(laptop.last().trigger()).isEqualTo(Trigger.CATCH_UP);

        laptop.tickUntil("2026-04-01T23:00:00", Duration.ofMinutes(5));
        assertThat(runs).hasSize(1);
        assertThat(laptop.state().next()).contains(Instant.parse("2026-04-02T00:00:00Z"));
    }

    @Test
    void whatWasMissedWhileItWasOffIsMadeUpForOnceAtTheNextStart() {
        machine();
        clock.set("2026-04-01T09:30:00");

        var again = machine();
        again.tick();
        again.tick();

        assertThat(runs).hasSize(1);
        assertThat(again.last().trigger()).isEqualTo(Trigger.CATCH_UP);
    }

    @Test
    void onALowBatteryItWaits() {
        var laptop = machine();
        low.set(true);
        laptop.tickUntil("2026-03-29T05:00:00", Duration.ofSeconds(30));
        assertThat(runs).isEmpty();

        low.set(false);
        laptop.tickUntil("2026-03-29T05:01:00", Duration.ofSeconds(15));
        assertThat(runs).hasSize(1);
        assertThat(laptop.last().trigger()).isEqualTo(Trigger.CATCH_UP);
        assertThat(laptop.state().next()).contains(Instant.parse("2026-03-30T00:00:00Z"));
    }

    @Test
    void aJobThatThrowsHasFailedAndRunsTheNextNight() {
        var laptop = machine();
        work = _ -> {
            throw new IllegalStateException("Dear Ann");
        };
        laptop.tickUntil("2026-03-29T12:00:00", Duration.ofMinutes(5));
        assertThat(laptop.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(laptop.last().log()).contains("IllegalStateException").doesNotContain("Dear");

        work = _ -> Counts.NONE;
        laptop.tickUntil("2026-03-30T12:00:00", Duration.ofMinutes(5));
        assertThat(runs).hasSize(2);
        assertThat(laptop.last().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aPersonRunsItNowAndStopsIt() {
        var laptop = machine();
        var done = laptop.jobs.run("nightly", Progress.none());
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);
        assertThat(done.trigger()).isEqualTo(Trigger.PERSON);

        work = progress -> {
            laptop.jobs.cancel("nightly");
            progress.checkCancelled();
            return Counts.NONE;
        };
        assertThat(laptop.jobs.run("nightly", Progress.none()).outcome()).isEqualTo(Outcome.CANCELLED);

        work = progress -> {
            progress.checkCancelled();
            return Counts.NONE;
        };
        assertThat(laptop.jobs.run("nightly", cancelledAfter(2)).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(laptop.state().next()).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(laptop.state().running()).isEmpty();
    }

    private static Progress cancelledAfter(int checks) {
        var left = new AtomicInteger(checks);
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                if (left.decrementAndGet() <= 0) {
                    throw new CancellationException();
                }
            }
        };
    }

    @Test
    void pausedItDoesNotRunAndResumedItMakesUpForNothing() {
        var laptop = machine();
        laptop.jobs.pause("nightly");
        assertThat(laptop.state().next()).isEmpty();
        assertThat(laptop.state().paused()).isTrue();
        laptop.tickUntil("2026-03-30T12:00:00", Duration.ofMinutes(30));
        assertThat(runs).isEmpty();

        laptop.jobs.resume("nightly");
        laptop.tickUntil("2026-03-30T23:00:00", Duration.ofMinutes(30));
        assertThat(runs).isEmpty();
        laptop.tickUntil("2026-03-31T03:00:00", Duration.ofMinutes(30));
        assertThat(runs).hasSize(1);
    }

    @Test
    void pausedWhileItRunsItDoesNotRunAgain() {
        var laptop = machine();
        work = _ -> {
            laptop.jobs.pause("nightly");
            return Counts.NONE;
        };
        laptop.tickUntil("2026-04-02T12:00:00", Duration.ofMinutes(30));

        assertThat(runs).hasSize(1);
        assertThat(laptop.last().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aNewScheduleCountsFromNowOnAndOutlastsARestart() {
        machine().jobs.reschedule("nightly", new Schedule.Daily(LocalTime.of(14, 30)));
        var laptop = machine();
        laptop.tickUntil("2026-03-29T12:00:00", Duration.ofMinutes(10));

        assertThat(runs).containsExactly(Instant.parse("2026-03-28T13:30:00Z"));
        assertThat(laptop.state().schedule()).isEqualTo(new Schedule.Daily(LocalTime.of(14, 30)));

        laptop.jobs.reschedule("nightly", new Schedule.ByHand());
        laptop.tickUntil("2026-03-31T12:00:00", Duration.ofMinutes(10));
        assertThat(runs).hasSize(1);
        assertThat(laptop.state().next()).isEmpty();
    }

    @Test
    void aPauseCountsFromTheEndOfTheRunBefore() {
        work = _ -> {
            clock.move(Duration.ofMinutes(20));
            return Counts.NONE;
        };
        var laptop = new Machine("laptop", ANN, new Schedule.Every(Duration.ofMinutes(15)));
        laptop.tickUntil("2026-03-28T14:00:00", Duration.ofMinutes(1));

        assertThat(runs)
                .containsExactly(
                        Instant.parse("2026-03-28T11:15:00Z"),
                        Instant.parse("2026-03-28T11:50:00Z"),
                        Instant.parse("2026-03-28T12:25:00Z"),
                        Instant.parse("2026-03-28T13:00:00Z"));
    }

    @Test
    void anUnknownJobIsRefusedByName() {
        var jobs = machine().jobs;

        assertThatThrownBy(() -> jobs.run("nightmare", Progress.none()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("nightmare")
                .hasMessageContaining("nightly");
        assertThatThrownBy(() -> jobs.pause("x")).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> jobs.history(Optional.of("x"), 1)).isInstanceOf(CountersignException.Invalid.class);
    }

    /** As if its process had been killed in the middle: the row is picked, the history says that it runs, nobody beats. */
    void die(Machine machine) {
        var rows = new JobRows(database, ANN, "killed/1", clock);
        assertThat(rows.pick(rows.find(machine.job).orElseThrow())).isPresent();
        new JdbcJobHistory(database, ANN).begin("nightly", "killed", Trigger.SCHEDULE, clock.instant());
    }

    /** On a thread of its own. */
    static <T> CompletableFuture<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, command -> Thread.ofPlatform().start(command));
    }

    Machine machine(String name) {
        return new Machine(name, ANN, AT_TWO);
    }

    /** As in a short command. */
    ScheduledJobs notStarted(String name) {
        return new ScheduledJobs(
                List.of(new Job("nightly", AT_TWO, _ -> Counts.NONE)),
                database,
                new ScheduledJobs.Place(ANN, name),
                low::get,
                clock);
    }

    void work(Job.Work other) {
        work = other;
    }

    List<Instant> runs() {
        return runs;
    }

    @Test
    void aClockThatWasPutBackMakesNothingDueAgain() {
        var laptop = machine();
        clock.set("2026-04-02T02:00:05");
        laptop.tick();
        assertThat(runs).hasSize(1);

        clock.set("2026-04-02T01:59:30");
        var again = machine();
        again.tickUntil("2026-04-02T12:00:00", Duration.ofSeconds(10));

        assertThat(runs).hasSize(1);
    }

    @Test
    void aClockThatWasYearsAheadDoesNotKeepItFromRunning() {
        clock.set("2031-01-01T12:00:00");
        machine().jobs.run("nightly", Progress.none());
        runs.clear();

        clock.set("2026-03-28T12:00:00");
        machine().tickUntil("2026-03-29T12:00:00", Duration.ofMinutes(10));

        assertThat(runs).hasSize(1);
    }

    @Test
    void eachPersonsJobsAreTheirOwn() {
        var ann = machine();
        var bob = new Machine("tower", "bob@example.org", AT_TWO);
        clock.set("2026-03-29T09:00:00");

        ann.tick();
        ann.tick();
        assertThat(runs).hasSize(1);
        assertThat(bob.jobs.history(Optional.empty(), 9)).isEmpty();

        bob.tick();
        assertThat(runs).hasSize(2);
        assertThat(bob.last().machine()).isEqualTo("tower");
        assertThat(ann.jobs.history(Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void whateverTheClockDoesADueDayHasOneRunAndRunsDoNotOverlap() {
        var random = new Random(11);
        var running = new AtomicInteger();
        work = _ -> {
            assertThat(running.incrementAndGet()).isOne();
            clock.move(Duration.ofSeconds(random.nextInt(4000)));
            running.decrementAndGet();
            if (random.nextInt(5) == 0) {
                throw new IllegalStateException("now and then");
            }
            return Counts.NONE;
        };
        var laptop = machine();
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(12)) {
                case 0 -> clock.move(Duration.ofHours(random.nextInt(90))); // asleep
                case 1 -> clock.move(Duration.ofSeconds(-random.nextInt(120))); // put right
                case 2 -> {
                    laptop.jobs.close();
                    clock.move(Duration.ofHours(random.nextInt(60)));
                    laptop = machine(); // off
                }
                case 3 -> low.set(random.nextBoolean());
                default -> clock.move(Duration.ofMinutes(random.nextInt(240)));
            }
            laptop.tick();
        }

        var dueDays = new ArrayList<Object>();
        for (var run : runs) { // the newest due moment that a run serves
            var day = run.atZone(clock.getZone());
            dueDays.add(
                    day.toLocalTime().isBefore(LocalTime.of(2, 0))
                            ? day.toLocalDate().minusDays(1)
                            : day.toLocalDate());
        }
        assertThat(runs).hasSizeGreaterThan(30);
        assertThat(dueDays).doesNotHaveDuplicates();
    }

    @Test
    void whoAsksWhileItRunsWaitsForThatRun() throws Exception {
        var laptop = machine();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        work = _ -> {
            begun.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            return Counts.of("done", 1);
        };
        var first = aside(() -> laptop.jobs.run("nightly", Progress.none()));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(laptop.state().running()).isPresent();
        var waiting = new Progress() {
            private final AtomicInteger checks = new AtomicInteger();

            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                if (checks.incrementAndGet() == 2) {
                    goOn.countDown();
                }
            }
        };
        var second = aside(() -> laptop.jobs.run("nightly", waiting));

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
        assertThat(runs).hasSize(1);
    }

    @Test
    void closingStopsWhatRunsWithoutInterruptingItAndTheNextStartRunsItAgain() throws Exception {
        var laptop = machine();
        clock.set("2026-03-30T12:00:00");
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        work = progress -> {
            begun.countDown();
            while (true) {
                try {
                    progress.checkCancelled();
                } catch (CancellationException e) {
                    interrupted.set(Thread.currentThread().isInterrupted());
                    throw e;
                }
                Thread.onSpinWait();
            }
        };
        laptop.jobs.start(); // the real clock, its real threads
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        laptop.jobs.close();

        assertThat(laptop.last().outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(interrupted).isFalse();

        work = _ -> Counts.NONE;
        var again = machine();
        again.tick();
        assertThat(again.last().outcome()).isEqualTo(Outcome.DONE);
        assertThat(again.last().trigger()).isEqualTo(Trigger.CATCH_UP);
    }
}
