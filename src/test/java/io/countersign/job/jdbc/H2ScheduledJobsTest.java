package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the database is this process's own. */
final class H2ScheduledJobsTest extends ScheduledJobsContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }

    @Test
    void aProcessThatDiedIsNoticedAtOnceAndItsJobRunsAgainOnce() {
        clock.set("2026-03-28T12:00:00");
        var before = machine("laptop");
        clock.set("2026-03-29T03:30:00");
        die(before);
        clock.move(Duration.ofSeconds(5));

        var after = machine("laptop");
        after.tick();
        after.tick();

        var runs = after.jobs.history(Optional.empty(), 9);
        assertThat(runs).extracting(run -> run.outcome()).containsExactly(Outcome.DONE, Outcome.INTERRUPTED);
        assertThat(runs.getFirst().trigger()).isEqualTo(Trigger.CATCH_UP);
    }

    @Test
    void whoOnlyLooksSeesThatItDiedToo() {
        var before = machine("laptop");
        die(before);
        clock.move(Duration.ofSeconds(5));

        var after = notStarted("laptop");

        assertThat(after.jobs().getFirst().running()).isEmpty();
        assertThat(after.history(Optional.empty(), 1).getFirst().outcome()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void whatKillsTheProcessTwiceIsLeftForTheNextNight() {
        var machine = machine("laptop");
        clock.set("2026-03-29T03:30:00");
        die(machine);
        clock.move(Duration.ofSeconds(5));
        machine = machine("laptop");
        die(machine);
        clock.move(Duration.ofSeconds(5));

        machine = machine("laptop");
        machine.tickUntil("2026-03-29T20:00:00", Duration.ofMinutes(10));
        assertThat(machine.jobs.history(Optional.empty(), 9))
                .extracting(run -> run.outcome())
                .containsExactly(Outcome.INTERRUPTED, Outcome.INTERRUPTED);

        machine.tickUntil("2026-03-30T03:00:00", Duration.ofMinutes(10));
        assertThat(machine.last().outcome()).isEqualTo(Outcome.DONE);
    }
}
