package io.countersign.learning;

import java.util.List;

/**
 * A probability and the predictions that it averages.
 *
 * @param prior the policy's own figure, 0.01..0.99, which has the share that the opinions leave
 * @param opinions what decisions so far say; nothing counts of them in the beginning
 */
record Calibrated(double prior, List<Opinion> opinions) {
    Calibrated {
        opinions = List.copyOf(opinions);
    }

    /** True while only the policy's own figure counts. */
    boolean silent() {
        return opinions.stream().allMatch(opinion -> opinion.share() == 0);
    }

    double value() {
        double value = prior;
        for (var opinion : opinions) {
            value += opinion.share() * (opinion.probability() - prior);
        }
        return value;
    }
}
