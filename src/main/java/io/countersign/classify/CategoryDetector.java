package io.countersign.classify;

import io.countersign.mail.Category;
import io.countersign.mail.Understanding.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what was seen: log-odds add up per category and become probabilities by softmax. Immutable and thread-safe. */
public final class CategoryDetector {
    private static final Category[] CATEGORIES = Category.values();
    private static final int EVIDENCE = 6;
    private static final double HISTORY_WEIGHT = 1.5;

    private final DetectorSet set;

    CategoryDetector(DetectorSet set) {
        this.set = set;
    }

    /**
     * What a mail most probably is.
     *
     * @param confidence its probability, 0..1
     * @param evidence what speaks for it more than for the runner-up, strongest first
     */
    public record Verdict(Category category, double confidence, List<Evidence> evidence) {}

    Verdict judge(Reading reading, Optional<Category> history) {
        var scores = scores(reading, history);
        int best = highest(scores, -1);
        int second = highest(scores, best);
        return new Verdict(CATEGORIES[best], probability(scores, best), evidence(reading, best, second, history));
    }

    private double[] scores(Reading reading, Optional<Category> history) {
        var scores = new double[CATEGORIES.length];
        for (int i = 0; i < scores.length; i++) {
            boolean usual = history.isPresent() && history.get() == CATEGORIES[i];
            scores[i] = set.prior(i) + (usual ? HISTORY_WEIGHT : 0);
        }
        for (var detector : set.detectors()) {
            if (reading.fired(detector.index)) {
                for (int i = 0; i < scores.length; i++) {
                    scores[i] += detector.weights[i];
                }
            }
        }
        return scores;
    }

    private double probability(double[] scores, int best) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp((score - scores[best]) / set.temperature());
        }
        return 1 / sum;
    }

    private static int highest(double[] scores, int except) {
        int best = except == 0 ? 1 : 0;
        for (int i = 0; i < scores.length; i++) {
            if (i != except && scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private List<Evidence> evidence(Reading reading, int best, int second, Optional<Category> history) {
        var usual = history.filter(category -> category == CATEGORIES[best])
                .map(category -> new Evidence("sender.history", "usually " + category.id(), HISTORY_WEIGHT));
        return java.util.stream.Stream.concat(
                        usual.stream(),
                        set.detectors().stream()
                                .filter(detector -> reading.fired(detector.index))
                                .filter(detector -> detector.weights[best] > Math.max(0, detector.weights[second]))
                                .map(detector ->
                                        new Evidence(detector.name, reading.seen(detector), detector.weights[best])))
                .sorted(Comparator.comparingDouble(Evidence::weight).reversed().thenComparing(Evidence::detector))
                .limit(EVIDENCE)
                .toList();
    }
}
