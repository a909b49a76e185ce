package io.countersign.learning;

import io.countersign.learning.SimulatedUser.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Predicts each decision of a simulated user before learning from it, as the product does, and keeps the losses. */
final class Prequential {
    private final OnlineLearner learner = new OnlineLearner();
    private final Calibrator calibrator;
    private final int evidence;
    private final Map<String, TaughtWeight> weights = new HashMap<>();
    private Calibration calibration;
    private Instant now = Instant.EPOCH;

    /** Summed log-loss in nats after each decision, of the policy's own figure and of ours. */
    final double[] prior;

    final double[] ours;

    /** The same of somebody who knows how likely each approval really is. */
    final double[] best;

    /** Predictions and outcomes, of ours and of somebody who knows. */
    final Reliability outcomes = new Reliability();

    final Reliability chance = new Reliability();

    Prequential(Calibrator calibrator, int evidence, SimulatedUser user, int decisions) {
        this.calibrator = calibrator;
        this.evidence = evidence;
        this.calibration = calibrator.untaught();
        prior = new double[decisions + 1];
        ours = new double[decisions + 1];
        best = new double[decisions + 1];
        for (int n = 0; n < decisions; n++) {
            now = user.later();
            var item = user.next(n);
            boolean approved = user.decides(item);
            prior[n + 1] = prior[n] + loss(item.prior(), approved);
            ours[n + 1] = ours[n] + loss(predicted(item), approved);
            outcomes.add(predicted(item), approved ? 1 : 0);
            chance.add(item.truth(), approved ? 1 : 0);
            best[n + 1] = best[n] + loss(item.truth(), approved);
            learn(item, approved);
        }
    }

    /** As ConfidenceModel does. */
    double predicted(Item item) {
        return calibrator
                .calibrated(calibration, item.action(), item.prior(), signals(item.features()))
                .value();
    }

    private Signals signals(List<String> features) {
        var speaking = new HashMap<String, Double>();
        for (var feature : features) {
            var weight = weights.getOrDefault(feature, TaughtWeight.NONE);
            if (weight.decisions() >= evidence) {
                speaking.put(feature, learner.weightAt(weight, now));
            }
        }
        return Voice.signals(Voice.of(features, speaking));
    }

    private void learn(Item item, boolean approved) {
        calibration = calibrator.taught(calibration, item.action(), item.prior(), signals(item.features()), approved);
        for (var feature : item.features()) {
            weights.put(feature, learner.taught(weights.getOrDefault(feature, TaughtWeight.NONE), approved, 1, now));
        }
    }

    private static double loss(double probability, boolean approved) {
        return -Math.log(approved ? probability : 1 - probability);
    }

    /** What is predicted for fresh proposals of this user, and what is true. */
    Reliability reliability(SimulatedUser user, int number, int proposals) {
        var reliability = new Reliability();
        for (int i = 0; i < proposals; i++) {
            var item = user.next(number);
            reliability.add(predicted(item), item.truth());
        }
        return reliability;
    }
}
