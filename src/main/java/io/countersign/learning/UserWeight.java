package io.countersign.learning;

import java.time.Instant;

/**
 * What one person's decisions taught about one feature: positive means "do it", negative "keep it".
 *
 * @param weight as of the time of asking: what was learned long ago has faded
 * @param updatedAt when it was last taught
 * @param decisions how many decisions taught it; below {@link OnlineLearner#EVIDENCE} it moves nothing yet
 */
public record UserWeight(String feature, double weight, Instant updatedAt, int decisions) {
    /** With the fewest decisions that can teach so much. */
    public UserWeight(String feature, double weight, Instant updatedAt) {
        this(feature, weight, updatedAt, (int) Math.ceil(Math.abs(weight) / OnlineLearner.RATE));
    }

    /** True once there is evidence enough to move a confidence. */
    public boolean speaks() {
        return decisions >= OnlineLearner.EVIDENCE;
    }
}
