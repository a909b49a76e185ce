package io.countersign.job.ui;

import io.countersign.job.JobDesk;
import io.countersign.job.JobRun;
import java.time.Duration;
import java.util.Optional;

/**
 * A job as the list shows it.
 *
 * @param phase what it is doing
 * @param step how far a run is that was asked for in this window
 * @param elapsed how long the run that is going on has taken; zero where none is
 */
record JobLine(JobDesk.State state, Phase phase, Optional<Step> step, Duration elapsed) {
    /** What a job is doing. */
    enum Phase {
        RESTING,
        /** Another one that was asked for has to end first. */
        WAITING,
        RUNNING,
        /** It was asked to stop. */
        STOPPING,
        /** On another computer, which alone can stop it. */
        ELSEWHERE
    }

    /** How far a run is; {@code total} is 0 when unknown. */
    record Step(long done, long total, String message) {}

    String name() {
        return state.name();
    }

    boolean isBusy() {
        return phase != Phase.RESTING;
    }

    /** 0..1, or -1 when nobody knows how far it is. */
    double fraction() {
        return step.filter(known -> known.total() > 0)
                .map(known -> Math.clamp(known.done() / (double) known.total(), 0, 1))
                .orElse(-1.0);
    }

    /** What it is told by: the run that is going on, else the last one. */
    Optional<JobRun> newest() {
        return state.running().or(state::last);
    }
}
