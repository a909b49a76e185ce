package io.countersign.learning;

/**
 * What is believed of the parameters of a {@link Line} before there are decisions, in log-odds; chosen on simulated people.
 *
 * @param intercept standard deviation of a
 * @param perAction standard deviation of each a[action]
 * @param slope standard deviation of b
 * @param forIt mean of c of what speaks for the action
 * @param againstIt mean of c of what speaks against it
 * @param spread standard deviation of either
 */
record LinePrior(double intercept, double perAction, double slope, double forIt, double againstIt, double spread) {
    /** Of the parameter with this index. */
    double mean(int i) {
        return i < 2 || i >= Calibration.SHARED ? 0 : i < 2 + Signals.COUNT / 2 ? forIt : againstIt;
    }

    double variance(int i) {
        double deviation = i == 0 ? intercept : i == 1 ? slope : i < Calibration.SHARED ? spread : perAction;
        return deviation * deviation;
    }
}
