package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.Counts;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.Schedule;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a job runs by itself, whatever the clock, the battery and sleep do, on both databases. */
abstract class DueJobsContract extends ScheduledJobsFixture {
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
}
