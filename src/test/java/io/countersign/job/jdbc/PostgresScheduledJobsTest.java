package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.Counts;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where several computers share a server. */
final class PostgresScheduledJobsTest extends ScheduledJobsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }

    @Test
    void ofTwoComputersOneRunsAJob() throws Exception {
        var laptop = machine("laptop");
        var tower = machine("tower");
        for (int night = 0; night < 10; night++) {
            clock.move(Duration.ofDays(1));
            var other = aside(() -> {
                tower.tick();
                return true;
            });
            laptop.tick();
            assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(laptop.jobs.history(Optional.empty(), 99))
                .hasSize(10)
                .allMatch(run -> run.outcome() == Outcome.DONE);
    }

    @Test
    void ofTwoThatTickByThemselvesToo() throws Exception {
        var laptop = machine("laptop");
        var tower = machine("tower");
        clock.move(Duration.ofDays(2));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        work = _ -> {
            begun.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            return Counts.NONE;
        };

        laptop.jobs.start();
        tower.jobs.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
        laptop.jobs.close();
        tower.jobs.close();

        assertThat(runs).hasSize(1);
    }

    @Test
    void whoAsksElsewhereWaitsForTheRunThatIsGoingOn() throws Exception {
        var laptop = machine("laptop");
        var tower = machine("tower");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        work = _ -> {
            begun.countDown();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            return Counts.NONE;
        };
        var first = aside(() -> laptop.jobs.run("nightly", Progress.none()));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(tower.state().running().orElseThrow().machine()).isEqualTo("laptop");
        var waiting = new CountDownLatch(2);
        var second = aside(() -> tower.jobs.run("nightly", new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                waiting.countDown();
            }
        }));
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
        assertThat(runs).hasSize(1);
    }

    @Test
    void aComputerThatDiedIsNoticedByTheOtherWhichRunsItsJobOnce() {
        var laptop = machine("laptop");
        var tower = machine("tower");
        clock.set("2026-03-29T03:30:00");
        die(laptop);

        clock.move(ScheduledJobs.DEAD.minusSeconds(1));
        tower.tick();
        assertThat(tower.last().outcome()).isEqualTo(Outcome.RUNNING);

        clock.move(Duration.ofSeconds(2));
        tower.tick();
        tower.tick();
        tower.tick();
        assertThat(tower.jobs.history(Optional.empty(), 9))
                .extracting(run -> run.outcome())
                .containsExactly(Outcome.DONE, Outcome.INTERRUPTED);
        assertThat(tower.last().trigger()).isEqualTo(Trigger.CATCH_UP);
    }

    @Test
    void aPersonWhoAsksDoesNotWaitForTheDead() {
        var laptop = machine("laptop");
        die(laptop);
        clock.move(ScheduledJobs.DEAD.plusSeconds(1));

        assertThat(laptop.jobs.run("nightly", Progress.none()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(runs).hasSize(1);
    }

    @Test
    void whoSleptThroughItsRunAndLostItStopsAndChangesNothing() {
        var laptop = machine("laptop");
        var tower = machine("tower");
        work = progress -> {
            if (runs.size() == 1) {
                clock.move(ScheduledJobs.DEAD.plusMinutes(1)); // asleep
                tower.tick();
                tower.tick();
            }
            progress.checkCancelled();
            return Counts.NONE;
        };
        clock.set("2026-03-29T03:30:00");
        laptop.tick();

        assertThat(tower.jobs.history(Optional.empty(), 9))
                .extracting(run -> run.machine() + " " + run.outcome())
                .containsExactly("tower DONE", "laptop INTERRUPTED");
        assertThat(laptop.state().running()).isEmpty();
    }
}
