package io.countersign.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A learned feature of one mail that moves its confidence.
 *
 * @param weight not 0
 * @param signal to which of the {@link Signals} it adds
 * @param strength what it adds to that
 */
record Voice(String feature, double weight, int signal, double strength) {
    private static final int KINDS = Signals.COUNT / 2;
    private static final int SENDER = 1;

    /** Those of these features that have a weight. */
    static List<Voice> of(List<String> features, Map<String, Double> weights) {
        long senderParts = features.stream().filter(one -> kind(one) == SENDER).count();
        var voices = new ArrayList<Voice>();
        for (var feature : features) {
            double weight = weights.getOrDefault(feature, 0.0);
            if (weight != 0 && Double.isFinite(weight)) {
                int kind = kind(feature);
                double strength = strength(weight) / (kind == SENDER ? senderParts : 1);
                voices.add(new Voice(feature, weight, weight > 0 ? kind : kind + KINDS, strength));
            }
        }
        return voices;
    }

    static Signals signals(List<Voice> voices) {
        var sums = new double[Signals.COUNT];
        for (var voice : voices) {
            sums[voice.signal()] += voice.strength();
        }
        return new Signals(Arrays.stream(sums).boxed().toList());
    }

    /** Bends a weight, up to its bound: five decisions of one mind already say four fifths of what ten say. */
    static double strength(double weight) {
        return OnlineLearner.BOUND * StrictMath.tanh(weight) / StrictMath.tanh(OnlineLearner.BOUND);
    }

    private static int kind(String feature) {
        return feature.startsWith("category:") ? 0 : feature.startsWith("contains:") ? 2 : SENDER;
    }
}
