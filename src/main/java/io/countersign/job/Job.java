package io.countersign.job;

import io.countersign.shared.task.Progress;

/**
 * Work that repeats.
 *
 * @param name stable; what the command line, the history and the metrics call it
 * @param standard when it runs unless the person chose otherwise
 * @param work blocking; stops at its next {@link Progress#checkCancelled()} with a {@code CancellationException}, and may be
 *     run again after it was stopped or killed anywhere
 */
public record Job(String name, Schedule standard, Work work) {
    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /** Does all that is due now; whatever it throws is the outcome of this run and keeps no later one from running. */
        Counts run(Progress progress) throws Exception;
    }
}
