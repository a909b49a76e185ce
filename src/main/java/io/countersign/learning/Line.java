package io.countersign.learning;

/**
 * A Gaussian over the parameters of a line in log-odds, {@code logit p = offset + parameters * seen}. Each decision moves it to
 * its maximum a posteriori (Laplace's approximation, after Spiegelhalter and Lauritzen 1990). Immutable.
 */
final class Line {
    private static final int STEPS = 12;

    private final double[] mean;
    private final double[][] covariance;

    Line(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /** What is believed of the first {@code size} parameters before there are decisions. */
    static Line untaught(LinePrior prior, int size) {
        var line = new Line(new double[size], new double[size][size]);
        for (int i = 0; i < size; i++) {
            line.mean[i] = prior.mean(i);
            line.covariance[i][i] = prior.variance(i);
        }
        return line;
    }

    int size() {
        return mean.length;
    }

    double mean(int i) {
        return mean[i];
    }

    double covariance(int i, int j) {
        return covariance[i][j];
    }

    /** With further parameters, up to {@code size}, of which nothing is known yet. */
    Line grown(LinePrior prior, int size) {
        var grown = untaught(prior, size);
        for (int i = 0; i < mean.length; i++) {
            grown.mean[i] = mean[i];
            System.arraycopy(covariance[i], 0, grown.covariance[i], 0, mean.length);
        }
        return grown;
    }

    /** After one more decision. */
    Line taught(LinePrior prior, Memory memory, double[] seen, double offset, boolean approved) {
        var widened = widened(prior, memory.kept());
        widened.update(memory, seen, offset, approved);
        return widened;
    }

    /** Less sure than before, of the same: what is forgotten is how well something is known, not what. */
    private Line widened(LinePrior prior, double kept) {
        var widened = untaught(prior, mean.length);
        for (int i = 0; i < mean.length; i++) {
            widened.mean[i] = mean[i];
            for (int j = 0; j <= i; j++) {
                double first = widened.covariance[i][j];
                widened.covariance[i][j] = first + kept * (covariance[i][j] - first);
                widened.covariance[j][i] = widened.covariance[i][j];
            }
        }
        return widened;
    }

    /** Moves mean and covariance along the one direction that the decision speaks about. */
    private void update(Memory memory, double[] seen, double offset, boolean approved) {
        int size = mean.length;
        var along = new double[size];
        double spread = 0;
        double score = offset;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                along[i] += covariance[i][j] * seen[j];
            }
            spread += along[i] * seen[i];
            score += mean[i] * seen[i];
        }
        double counts = memory.counts(LogOdds.logistic(approved ? score : -score));
        double moved = moved(score, counts * spread, approved);
        double after = LogOdds.logistic(score + moved);
        double information = counts * after * (1 - after);
        double shrink = information / (1 + information * spread);
        for (int i = 0; i < size; i++) {
            mean[i] += along[i] * moved / spread;
            for (int j = 0; j <= i; j++) {
                covariance[i][j] -= along[i] * along[j] * shrink;
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    /** Solves {@code moved = spread * (y - logistic(score + moved))}; the right side falls, so there is one solution. */
    private static double moved(double score, double spread, boolean approved) {
        double y = approved ? 1 : 0;
        double low = approved ? 0 : -spread;
        double high = approved ? spread : 0;
        double moved = 0;
        for (int i = 0; i < STEPS; i++) {
            double p = LogOdds.logistic(score + moved);
            double excess = moved - spread * (y - p);
            if (excess > 0) {
                high = moved;
            } else {
                low = moved;
            }
            double next = moved - excess / (1 + spread * p * (1 - p));
            moved = next > low && next < high ? next : (low + high) / 2;
        }
        return moved;
    }
}
