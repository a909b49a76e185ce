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
 * @param share which part of its weight it adds, above 0 and up to 1
 */
record Voice(String feature, double weight, int signal, double share) {
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
                voices.add(new Voice(
                        feature, weight, weight > 0 ? kind : kind + KINDS, kind == SENDER ? 1.0 / senderParts : 1));
            }
        }
        return voices;
    }

    static Signals signals(List<Voice> voices) {
        var sums = new double[Signals.COUNT];
        for (var voice : voices) {
            sums[voice.signal()] += voice.weight() * voice.share();
        }
        return new Signals(Arrays.stream(sums).boxed().toList());
    }

    private static int kind(String feature) {
        return feature.startsWith("category:") ? 0 : feature.startsWith("contains:") ? 2 : SENDER;
    }
}
