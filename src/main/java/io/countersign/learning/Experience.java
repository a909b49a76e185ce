package io.countersign.learning;

import java.util.Map;

/**
 * What one person's decisions taught so far.
 *
 * @param weights by feature, as of now; only those with enough evidence to speak
 * @param calibration how far confidences can be believed
 */
public record Experience(Map<String, Double> weights, Calibration calibration) {
    public Experience {
        weights = Map.copyOf(weights);
    }

    /** That of somebody who decided nothing yet. */
    public static Experience none() {
        return new Experience(Map.of(), new Calibrator().untaught());
    }
}
