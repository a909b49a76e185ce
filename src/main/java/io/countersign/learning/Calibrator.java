package io.countersign.learning;

import static io.countersign.learning.Calibration.SHARED;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the policy's own figure and what was learned into the probability that the person approves, and learns from each
 * decision how far either can be believed. Pure functions; the same decisions in the same order give the same bits.
 *
 * <p>Two predictions are averaged by how well they did so far (Bayesian model averaging). One is the policy's figure as it is.
 * The other is Platt scaling with partial pooling over the actions, a line in the log-odds:
 * {@code logit p = logit(prior) + a + a[action] + b * logit(prior) + c * signals}, learned online: each decision moves the
 * Gaussian over the parameters to its maximum a posteriori (Laplace's approximation, after Spiegelhalter and Lauritzen 1990);
 * before that the Gaussian slips a little back to where it started, so that old taste gives way to new.
 *
 * <p>Before {@value #SILENT} decisions the result is the policy's figure exactly. Since the average then starts with
 * {@code 1 - DOUBT} on that figure, the summed log-loss never exceeds its by more than {@code -ln(1 - DOUBT)} nats, whatever the decisions are and
 * however many.
 */
public final class Calibrator {
    /** The smallest and the largest probability. */
    public static final double LEAST = 0.01;

    public static final double MOST = 0.99;

    /** The share of the learned line before there are decisions. */
    static final double DOUBT = 0.1;

    /** Decisions before which the result is the policy's figure. */
    static final int SILENT = 8;

    private static final int STEPS = 12;

    /**
     * What is believed of the parameters before there are decisions, all but {@code doubt} and {@code memory} in log-odds; chosen
     * on simulated people.
     *
     * @param intercept standard deviation of a
     * @param perAction standard deviation of each a[action]
     * @param slope standard deviation of b
     * @param forIt mean of c of what speaks for the action
     * @param againstIt mean of c of what speaks against it
     * @param spread standard deviation of either
     * @param doubt the share of the line in the average
     * @param memory decisions after which half of what the line learned has slipped away
     * @param apprenticeship decisions from which the line learns before it counts or is judged
     */
    record Settings(
            double intercept,
            double perAction,
            double slope,
            double forIt,
            double againstIt,
            double spread,
            double doubt,
            double memory,
            int apprenticeship) {
        double mean(int i) {
            return i < 2 || i >= SHARED ? 0 : i < 2 + Signals.COUNT / 2 ? forIt : againstIt;
        }

        double variance(int i) {
            double deviation = i == 0 ? intercept : i == 1 ? slope : i < SHARED ? spread : perAction;
            return deviation * deviation;
        }
    }

    private final Settings settings;

    public Calibrator() {
        this(new Settings(0.7, 0.4, 0.3, 0.3, 0.6, 0.5, DOUBT, 1000, SILENT));
    }

    Calibrator(Settings settings) {
        this.settings = settings;
    }

    /** What is known before the first decision. */
    public Calibration untaught() {
        return new Calibration(List.of(), means(SHARED), slipped(SHARED, (_, _) -> 0.0, 0), 0, 0);
    }

    private double[] means(int size) {
        var mean = new double[size];
        for (int i = 0; i < size; i++) {
            mean[i] = settings.mean(i);
        }
        return mean;
    }

    /**
     * How likely the person approves.
     *
     * @param prior the policy's own figure, 0..1
     */
    Calibrated calibrated(Calibration known, String action, double prior, Signals signals) {
        double figure = Math.clamp(prior, LEAST, MOST);
        double start = logit(figure);
        int own = known.parameterOf(action);
        double experience = known.mean(0) + known.mean(1) * start + (own < 0 ? 0 : known.mean(own));
        var perSignal = new ArrayList<Double>(Signals.COUNT);
        double score = start + experience;
        for (int i = 0; i < Signals.COUNT; i++) {
            perSignal.add(known.mean(2 + i));
            score += known.mean(2 + i) * signals.values().get(i);
        }
        double line = Math.clamp(logistic(score), LEAST, MOST);
        return new Calibrated(figure, line, share(known), experience, perSignal);
    }

    private double share(Calibration known) {
        return known.decisions() < settings.apprenticeship() ? 0 : logistic(logit(settings.doubt()) + known.evidence());
    }

    /** After one more decision on a proposal of this action with this prior and these signals. */
    public Calibration taught(Calibration before, String action, double prior, Signals signals, boolean approved) {
        var known = before.parameterOf(action) < 0 ? with(before, action) : before;
        var predicted = calibrated(known, action, prior, signals);
        double gained =
                StrictMath.log(likelihood(predicted.line(), approved) / likelihood(predicted.prior(), approved));
        double kept = StrictMath.pow(0.5, 1 / settings.memory());
        int size = known.size();
        var mean = new double[size];
        for (int i = 0; i < size; i++) {
            mean[i] = settings.mean(i) + kept * (known.mean(i) - settings.mean(i));
        }
        var covariance = slipped(size, known::covariance, kept * kept);
        var seen = seen(known, action, logit(predicted.prior()), signals);
        update(mean, covariance, seen, logit(predicted.prior()), approved);
        return new Calibration(
                known.actions(),
                mean,
                covariance,
                known.decisions() < settings.apprenticeship() ? 0 : known.evidence() + gained,
                known.decisions() + 1);
    }

    private Calibration with(Calibration known, String action) {
        var actions = new ArrayList<>(known.actions());
        actions.add(action);
        int size = known.size() + 1;
        var mean = means(size);
        var covariance = new double[size][size];
        for (int i = 0; i < known.size(); i++) {
            mean[i] = known.mean(i);
            for (int j = 0; j < known.size(); j++) {
                covariance[i][j] = known.covariance(i, j);
            }
        }
        covariance[size - 1][size - 1] = settings.variance(size - 1);
        return new Calibration(actions, mean, covariance, known.evidence(), known.decisions());
    }

    private static double[] seen(Calibration known, String action, double start, Signals signals) {
        var seen = new double[known.size()];
        seen[0] = 1;
        seen[1] = start;
        for (int i = 0; i < Signals.COUNT; i++) {
            seen[2 + i] = signals.values().get(i);
        }
        seen[known.parameterOf(action)] = 1;
        return seen;
    }

    private interface Matrix {
        double at(int i, int j);
    }

    private double[][] slipped(int size, Matrix known, double kept) {
        var covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double first = i == j ? settings.variance(i) : 0;
                covariance[i][j] = first + kept * (known.at(i, j) - first);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /** Moves mean and covariance along the one direction that the decision speaks about. */
    private static void update(double[] mean, double[][] covariance, double[] seen, double offset, boolean approved) {
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
        double moved = moved(score, spread, approved);
        double after = logistic(score + moved);
        double shrink = after * (1 - after) / (1 + after * (1 - after) * spread);
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
            double p = logistic(score + moved);
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

    private static double likelihood(double probability, boolean approved) {
        return approved ? probability : 1 - probability;
    }

    // StrictMath: the same bits whether interpreted or compiled, so that a replay gives exactly the same.
    static double logit(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    static double logistic(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
