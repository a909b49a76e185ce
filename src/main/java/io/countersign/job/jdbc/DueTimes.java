package io.countersign.job.jdbc;

import io.countersign.job.Job;
import io.countersign.job.JobRun.Trigger;
import io.countersign.job.JobSettings;
import io.countersign.job.JobSettings.Choice;
import io.countersign.job.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When jobs are due, by what the program comes with and what the person chose. */
record DueTimes(JobSettings settings, Clock clock) {
    /** A run that begins so much later than it was due was missed; less is waiting for a thread. */
    static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration BELIEVABLE = Duration.ofDays(1);

    Choice choice(Job job) {
        return settings.all().getOrDefault(job.name(), Choice.STANDARD);
    }

    static Schedule schedule(Job job, Choice choice) {
        return choice.schedule().orElse(job.standard());
    }

    /** Whether the clock starts it at all. */
    boolean isAutomatic(Job job) {
        var choice = choice(job);
        return !choice.paused() && !(schedule(job, choice) instanceof Schedule.ByHand);
    }

    /** From now on. */
    Instant next(Job job) {
        return next(job, clock.instant());
    }

    /**
     * The first time that is after both now and {@code served}: a clock that was put back does not make a job due again. One
     * that had been days ahead is not believed.
     */
    Instant next(Job job, Instant served) {
        var now = clock.instant();
        var from = served.isAfter(now) && served.isBefore(now.plus(BELIEVABLE)) ? served : now;
        var choice = choice(job);
        return choice.paused()
                ? JobRows.NEVER
                : schedule(job, choice).after(from, clock.getZone()).orElse(JobRows.NEVER);
    }

    Trigger trigger(Instant due) {
        return due.plus(LATE).isBefore(clock.instant()) ? Trigger.CATCH_UP : Trigger.SCHEDULE;
    }
}
