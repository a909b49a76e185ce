package io.countersign.learning;

import java.util.List;

/**
 * A probability and the two predictions that it averages.
 *
 * @param prior the policy's own figure, 0.01..0.99
 * @param line what decisions so far say, 0.01..0.99
 * @param share how much the line counts, 0..1
 * @param experience what decisions on the action add to the log-odds of the line, whatever the mail is
 * @param perSignal what one unit of each of the {@link Signals} adds to them
 */
record Calibrated(double prior, double line, double share, double experience, List<Double> perSignal) {
    Calibrated {
        perSignal = List.copyOf(perSignal);
    }

    double value() {
        return prior + share * (line - prior);
    }
}
