package io.countersign.learning;

import static io.countersign.learning.Calibration.SHARED;
import static io.countersign.learning.LogOdds.logistic;
import static io.countersign.learning.LogOdds.logit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns the policy's own figure and what was learned into the probability that the person approves, and learns from each
 * decision how far either can be believed. Pure functions; the same decisions in the same order give the same bits.
 *
 * <p>Two predictions are averaged by how well they did so far (Bayesian model averaging). One is the policy's figure as it is.
 * The other is Platt scaling with partial pooling over the actions, a line in the log-odds:
 * {@code logit p = logit(prior) + a + a[action] + b * logit(prior) + c * signals}, learned online. There are several such lines,
 * which differ in how fast what they learned slips away, averaged with shares that can move from one to the other at any time
 * (fixed share, Herbster and Warmuth 1998): a steady person is known best by a long memory, one who changed their mind by a
 * short one.
 *
 * <p>Before {@value #SILENT} decisions the result is the policy's figure exactly. Since the average then starts with
 * {@code 1 - DOUBT} on that figure, the summed log-loss never exceeds its by more than {@code -ln(1 - DOUBT)} nats, whatever the decisions are and
 * however many.
 */
public final class Calibrator {
    /** The smallest and the largest probability. */
    public static final double LEAST = 0.01;

    public static final double MOST = 0.99;

    /** The share of the learned lines before there are decisions. */
    static final double DOUBT = 0.1;

    /** Decisions before which the result is the policy's figure. */
    static final int SILENT = 8;

    /**
     * How the predictions are averaged; chosen on simulated people.
     *
     * @param doubt the share of the lines before there are decisions
     * @param apprenticeship decisions from which the lines learn before they count or are judged
     * @param memories of each line
     * @param switching the share of the trust in the lines that is handed out anew at each decision
     */
    record Averaging(double doubt, int apprenticeship, List<Memory> memories, double switching) {}

    private final LinePrior prior;
    private final Averaging averaging;

    public Calibrator() {
        this(
                new LinePrior(0.6, 0.4, 0.4, 0.3, 0.6, 0.5),
                new Averaging(DOUBT, SILENT, List.of(Memory.LONG, new Memory(150, 0.1)), 0.005));
    }

    Calibrator(LinePrior prior, Averaging averaging) {
        this.prior = prior;
        this.averaging = averaging;
    }

    /** What is known before the first decision. */
    public Calibration untaught() {
        int lines = averaging.memories().size();
        return new Calibration(
                List.of(),
                Collections.nCopies(lines, Line.untaught(prior, SHARED)),
                Collections.nCopies(lines, 1.0 / lines),
                0,
                0);
    }

    /**
     * How likely the person approves.
     *
     * @param ownFigure the policy's, 0..1
     */
    Calibrated calibrated(Calibration known, String action, double ownFigure, Signals signals) {
        double figure = Math.clamp(ownFigure, LEAST, MOST);
        double share = share(known);
        var opinions = new ArrayList<Opinion>();
        for (int k = 0; k < known.lines().size(); k++) {
            opinions.add(opinion(
                    known.lines().get(k),
                    known.parameterOf(action),
                    logit(figure),
                    signals,
                    share * known.trust().get(k)));
        }
        return new Calibrated(figure, opinions);
    }

    private double share(Calibration known) {
        return known.decisions() < averaging.apprenticeship()
                ? 0
                : logistic(logit(averaging.doubt()) + known.evidence());
    }

    private static Opinion opinion(Line line, int own, double start, Signals signals, double share) {
        double experience = line.mean(0) + line.mean(1) * start + (own < 0 ? 0 : line.mean(own));
        var perSignal = new ArrayList<Double>(Signals.COUNT);
        double score = start + experience;
        for (int i = 0; i < Signals.COUNT; i++) {
            perSignal.add(line.mean(2 + i));
            score += line.mean(2 + i) * signals.values().get(i);
        }
        return new Opinion(Math.clamp(logistic(score), LEAST, MOST), share, experience, perSignal);
    }

    /** After one more decision on a proposal of this action with this own figure of the policy and these signals. */
    public Calibration taught(Calibration before, String action, double ownFigure, Signals signals, boolean approved) {
        var known = before.parameterOf(action) < 0 ? with(before, action) : before;
        var predicted = calibrated(known, action, ownFigure, signals);
        double start = logit(predicted.prior());
        var seen = seen(known, action, start, signals);
        var lines = new ArrayList<Line>();
        var likelihoods = new ArrayList<Double>();
        double likelihood = 0;
        for (int k = 0; k < known.lines().size(); k++) {
            lines.add(known.lines().get(k).taught(prior, averaging.memories().get(k), seen, start, approved));
            double own = likelihood(predicted.opinions().get(k).probability(), approved);
            likelihoods.add(own * known.trust().get(k));
            likelihood += likelihoods.get(k);
        }
        double gained = StrictMath.log(likelihood / likelihood(predicted.prior(), approved));
        return new Calibration(
                known.actions(),
                lines,
                shared(likelihoods, likelihood),
                known.decisions() < averaging.apprenticeship() ? 0 : known.evidence() + gained,
                known.decisions() + 1);
    }

    private List<Double> shared(List<Double> likelihoods, double sum) {
        double anew = averaging.switching() / likelihoods.size();
        return likelihoods.stream()
                .map(one -> (1 - averaging.switching()) * one / sum + anew)
                .toList();
    }

    private Calibration with(Calibration known, String action) {
        var actions = new ArrayList<>(known.actions());
        actions.add(action);
        var lines = known.lines().stream()
                .map(line -> line.grown(prior, SHARED + actions.size()))
                .toList();
        return new Calibration(actions, lines, known.trust(), known.evidence(), known.decisions());
    }

    private static double[] seen(Calibration known, String action, double start, Signals signals) {
        var seen = new double[SHARED + known.actions().size()];
        seen[0] = 1;
        seen[1] = start;
        for (int i = 0; i < Signals.COUNT; i++) {
            seen[2 + i] = signals.values().get(i);
        }
        seen[known.parameterOf(action)] = 1;
        return seen;
    }

    private static double likelihood(double probability, boolean approved) {
        return approved ? probability : 1 - probability;
    }
}
