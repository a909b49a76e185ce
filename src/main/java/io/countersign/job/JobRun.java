package io.countersign.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job.
 *
 * @param machine where it ran
 * @param finishedAt empty while it runs
 * @param log its last lines and, where it failed, why; no mail content
 */
public record JobRun(
        long id,
        String job,
        String machine,
        Trigger trigger,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Outcome outcome,
        Counts counts,
        String log) {
    /** How a run ended. */
    public enum Outcome {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        /** Its process ended before it did. */
        INTERRUPTED
    }

    /** Why a run began. */
    public enum Trigger {
        SCHEDULE,
        /** It was missed while the computer slept or was off. */
        CATCH_UP,
        PERSON
    }

    public Optional<Duration> duration() {
        return finishedAt.map(end -> Duration.between(startedAt, end));
    }
}
