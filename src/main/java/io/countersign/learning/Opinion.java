package io.countersign.learning;

import java.util.List;

/**
 * What one {@link Line} says about one proposal.
 *
 * @param probability 0.01..0.99
 * @param share how much it counts, 0..1
 * @param experience what decisions on the action add to its log-odds, whatever the mail is
 * @param perSignal what one unit of each of the {@link Signals} adds to them
 */
record Opinion(double probability, double share, double experience, List<Double> perSignal) {
    Opinion {
        perSignal = List.copyOf(perSignal);
    }
}
