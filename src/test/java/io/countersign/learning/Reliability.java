package io.countersign.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far predictions are from what is true or from what happened: the expected calibration error over ten bins of equal mass
 * (Nguyen and O'Connor 2015), so that no bin is empty and none holds nearly everything, as in bins of equal width.
 */
final class Reliability {
    private static final int BINS = 10;

    private record Pair(double predicted, double truth) {}

    private final List<Pair> pairs = new ArrayList<>();

    /** @param truth how likely it really is; 1 or 0 where only the outcome is used */
    void add(double predicted, double truth) {
        pairs.add(new Pair(predicted, truth));
    }

    void add(Reliability other) {
        pairs.addAll(other.pairs);
    }

    /** By bin, how far the mean prediction is from the mean truth, weighted by size. */
    double expectedCalibrationError() {
        pairs.sort(Comparator.comparingDouble(Pair::predicted));
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) pairs.size() * bin / BINS);
            int to = (int) ((long) pairs.size() * (bin + 1) / BINS);
            double gap = 0;
            for (var pair : pairs.subList(from, to)) {
                gap += pair.predicted() - pair.truth();
            }
            error += Math.abs(gap) / pairs.size();
        }
        return error;
    }
}
