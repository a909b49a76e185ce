package io.countersign.learning;

/** Sums of predicted and true probabilities in ten bins of equal width. */
final class Reliability {
    private static final int BINS = 10;
    private final double[] predicted = new double[BINS];
    private final double[] truth = new double[BINS];
    private long count;

    void add(double prediction, double true0) {
        int bin = Math.min(BINS - 1, (int) (prediction * BINS));
        predicted[bin] += prediction;
        truth[bin] += true0;
        count++;
    }

    void add(Reliability other) {
        for (int bin = 0; bin < BINS; bin++) {
            predicted[bin] += other.predicted[bin];
            truth[bin] += other.truth[bin];
        }
        count += other.count;
    }

    /** The expected calibration error: by bin, how far the mean prediction is from the mean truth, weighted by size. */
    double expectedCalibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(predicted[bin] - truth[bin]) / count;
        }
        return error;
    }
}
