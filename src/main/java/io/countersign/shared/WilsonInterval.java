package io.countersign.shared;

import java.util.Optional;

/** Where a true share lies with 95 % confidence, given a count (Wilson 1927: sound for few observations and shares near 0 or 1). */
public record WilsonInterval(double low, double high) {
    private static final double Z = 1.959963984540054; // 97.5 % quantile of the normal distribution

    /** Empty without observations. */
    public static Optional<WilsonInterval> of(long successes, long observations) {
        if (observations == 0) {
            return Optional.empty();
        }
        double n = observations;
        double share = successes / n;
        double denominator = 1 + Z * Z / n;
        double centre = (share + Z * Z / (2 * n)) / denominator;
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / denominator;
        return Optional.of(new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }
}
