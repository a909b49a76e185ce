package io.countersign.learning;

import java.time.Instant;

/**
 * A weight as a decision left it.
 *
 * @param weight as of {@code at}, bounded
 * @param at when the last of the decisions was made
 * @param decisions how many decisions taught it
 */
public record TaughtWeight(double weight, Instant at, int decisions) {
    /** What nothing was learned about. */
    public static final TaughtWeight NONE = new TaughtWeight(0, Instant.EPOCH, 0);

    /** True once there is evidence enough to move a confidence. */
    public boolean speaks() {
        return decisions >= OnlineLearner.EVIDENCE;
    }
}
