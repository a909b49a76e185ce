package io.countersign.learning;

/** Means over many simulated users of one kind. */
final class SimulatedKind {
    static final int DECISIONS = 500;
    private static final int FRESH = 2000;

    /** Mean over users of the summed log-loss after each decision, in nats. */
    final double[] prior = new double[DECISIONS + 1];

    final double[] ours = new double[DECISIONS + 1];

    /** The same of somebody who knows how likely each approval really is. */
    final double[] best = new double[DECISIONS + 1];

    /** The largest excess of our summed loss over the policy's own, of any user after any decision. */
    double largestExcess = Double.NEGATIVE_INFINITY;

    /**
     * Mean over users of the calibration error of what is predicted for fresh mail after all decisions, against the known truth: free
     * of chance, so that a predictor who is right gets 0, and errors of different users cannot cancel out.
     */
    double ownError;

    /** The same of all users in one. */
    final Reliability pooled = new Reliability();

    /** Mean over users of what they could measure themselves: the error of the predictions of all decisions, by what was decided. */
    double outcomeError;

    /** The same of a predictor who is right: chance alone. */
    double chanceError;

    static SimulatedKind of(SimulatedUser.Kind kind, long firstSeed, int users, int evidence, Calibrator calibrator) {
        var means = new SimulatedKind();
        for (long seed = firstSeed; seed < firstSeed + users; seed++) {
            var user = new SimulatedUser(kind, seed);
            var run = new Prequential(calibrator, evidence, user, DECISIONS);
            for (int n = 1; n <= DECISIONS; n++) {
                means.prior[n] += run.prior[n] / users;
                means.ours[n] += run.ours[n] / users;
                means.best[n] += run.best[n] / users;
                means.largestExcess = Math.max(means.largestExcess, run.ours[n] - run.prior[n]);
            }
            var reliability = run.reliability(user, DECISIONS, FRESH);
            means.ownError += reliability.expectedCalibrationError() / users;
            means.pooled.add(reliability);
            means.outcomeError += run.outcomes.expectedCalibrationError() / users;
            means.chanceError += run.chance.expectedCalibrationError() / users;
        }
        return means;
    }

    /** By how much the summed loss is smaller than the policy's own, 0.15 for 15 %. */
    double gain(int decisions) {
        return 1 - ours[decisions] / prior[decisions];
    }

    /** The largest excess of the mean summed loss over the policy's own, in nats. */
    double worstMeanExcess() {
        double worst = Double.NEGATIVE_INFINITY;
        for (int n = 1; n <= DECISIONS; n++) {
            worst = Math.max(worst, ours[n] - prior[n]);
        }
        return worst;
    }
}
