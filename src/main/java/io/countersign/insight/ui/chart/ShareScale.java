package io.countersign.insight.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The axis of shares from {@code bottom} to 1, in steps that fit it.
 *
 * @param steps how many lie between bottom and top
 */
record ShareScale(double bottom, int steps) {
    private static final int[] STEPS_OF_ONE = {10, 5, 4};
    private static final int MOST_STEPS = 5;

    /** Begins at or below {@code lowest}, and shows the upper half at least. */
    static ShareScale of(double lowest) {
        for (int steps : STEPS_OF_ONE) {
            int below = (int) Math.floor(Math.clamp(lowest, 0, 0.5) * steps + 1e-9);
            if (steps - below <= MOST_STEPS) {
                return new ShareScale(below / (double) steps, steps - below);
            }
        }
        return new ShareScale(0, STEPS_OF_ONE[STEPS_OF_ONE.length - 1]);
    }

    /** Where lines are drawn, from the bottom up. */
    List<Double> ticks() {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> bottom + (1 - bottom) * i / steps)
                .toList();
    }

    /** How far from the top a share lies, 0 at the top and 1 at the bottom. */
    double fromTop(double share) {
        return (1 - Math.max(bottom, share)) / (1 - bottom);
    }
}
