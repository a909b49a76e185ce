package io.countersign.insight.ui;

/**
 * So many hits of so many trials, with the Wilson score interval (Wilson 1927) at 95 %, which stays honest for few trials.
 *
 * @param hits 0 to {@code trials}
 */
record Proportion(long hits, long trials) {
    private static final double Z = 1.959963984540054;

    /** The share of hits, 0..1; 0 without trials. */
    double share() {
        return trials == 0 ? 0 : hits / (double) trials;
    }

    /** The lower end of the interval; 0 without trials. */
    double low() {
        return trials == 0 ? 0 : Math.max(0, center() - margin());
    }

    /** The upper end of the interval; 1 without trials. */
    double high() {
        return trials == 0 ? 1 : Math.min(1, center() + margin());
    }

    private double center() {
        return (share() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double margin() {
        double variance = share() * (1 - share()) / trials + Z * Z / (4.0 * trials * trials);
        return Z * Math.sqrt(variance) / (1 + Z * Z / trials);
    }
}
