package io.countersign.job.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import io.countersign.job.Counts;
import io.countersign.job.Job;
import io.countersign.job.JobDesk.State;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.MovableClock;
import io.countersign.job.Schedule;
import io.countersign.shared.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** The jobs of a person on a clock that the test moves: machines that share a database, and what their job does. */
abstract class ScheduledJobsFixture {
    static final String ANN = "ann@example.org";
    static final Schedule AT_TWO = new Schedule.Daily(LocalTime.of(2, 0));

    final Database database = open();
    final MovableClock clock = new MovableClock("Europe/Berlin", "2026-03-28T12:00:00");
    final List<Instant> runs = Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean low = new AtomicBoolean();
    volatile Job.Work work = _ -> Counts.of("done", 3);

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

    final Machine machine() {
        return machine("laptop");
    }
}
