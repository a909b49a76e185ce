package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.job.Counts;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.Schedule;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a run, and what a person may do about a job, on both databases. */
abstract class ScheduledJobsContract extends ScheduledJobsFixture {
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
    void anUnknownJobIsRefusedByName() {
        var jobs = machine().jobs;

        assertThatThrownBy(() -> jobs.run("nightmare", Progress.none()))
                .isInstanceOf(CountersignException.Invalid.class)
                .hasMessageContaining("nightmare")
                .hasMessageContaining("nightly");
        assertThatThrownBy(() -> jobs.pause("x")).isInstanceOf(CountersignException.Invalid.class);
        assertThatThrownBy(() -> jobs.history(Optional.of("x"), 1)).isInstanceOf(CountersignException.Invalid.class);
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
