package io.countersign.learning;

import io.countersign.mail.Category;
import io.countersign.mail.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The confidence of a proposal as the reference documents it: the policy's threshold; + 0.1 for a promotion whose sender sends
 * more than 60 % promotions; 0.95 instead when the risk is 80 or more; then what was learned, 0.05 times the sum of the weights,
 * at most 0.15 either way; kept within 0.01..0.99. A pure function; thread-safe.
 */
public final class ConfidenceModel {
    private static final double PROMOTION_BONUS = 0.1;
    private static final double PROMOTION_RATIO = 0.6;
    private static final int RISKY = 80;
    private static final double RISKY_BASE = 0.95;
    private static final double PER_WEIGHT = 0.05;
    private static final double MOST_PERSONAL = 0.15;
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;

    private final FeatureExtractor features;

    public ConfidenceModel(FeatureExtractor features) {
        this.features = features;
    }

    /**
     * How sure proposing an action for this mail is.
     *
     * @param policyThreshold 0..1
     * @param promotionRatio the share of promotions in the mail of the same sender, 0..1
     * @param weights learned weights by feature; those of features that the mail does not have are not used
     */
    public Confidence confidence(
            double policyThreshold, Message message, double promotionRatio, Map<String, Double> weights) {
        boolean promotion = message.understanding().category() == Category.PROMOTION;
        double bonus = promotion && promotionRatio > PROMOTION_RATIO ? PROMOTION_BONUS : 0;
        boolean risky = message.understanding().riskScore() >= RISKY;
        double before = risky ? RISKY_BASE : policyThreshold + bonus;
        var contributions = contributions(message, weights);
        double personal = contributions.stream()
                .mapToDouble(FeatureContribution::contribution)
                .sum();
        double value = Math.clamp(before + personal, LEAST, MOST);
        return new Confidence(value, policyThreshold, bonus, risky, personal, contributions);
    }

    private List<FeatureContribution> contributions(Message message, Map<String, Double> weights) {
        var known = new ArrayList<FeatureContribution>();
        double sum = 0;
        for (var feature : features.features(message)) {
            double weight = weights.getOrDefault(feature, 0.0);
            if (weight != 0 && Double.isFinite(weight)) {
                sum += weight;
                known.add(new FeatureContribution(feature, weight, PER_WEIGHT * weight));
            }
        }
        return scaled(known, PER_WEIGHT * sum);
    }

    private static List<FeatureContribution> scaled(List<FeatureContribution> known, double whole) {
        double scale = Math.abs(whole) <= MOST_PERSONAL ? 1 : MOST_PERSONAL / Math.abs(whole);
        return known.stream()
                .map(one -> new FeatureContribution(one.feature(), one.weight(), one.contribution() * scale))
                .sorted(Comparator.comparingDouble((FeatureContribution one) -> -Math.abs(one.contribution()))
                        .thenComparing(FeatureContribution::feature))
                .toList();
    }
}
