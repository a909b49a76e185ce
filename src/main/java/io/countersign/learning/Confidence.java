package io.countersign.learning;

import java.util.List;

/**
 * How sure a proposal is, and what that number is made of.
 *
 * @param value 0.01..0.99
 * @param base the threshold of the policy
 * @param promotionBonus what a sender of mostly promotions added
 * @param risky true when the risk of the mail replaced base and bonus
 * @param personal what learning added or took, -0.15..0.15
 * @param contributions the learned features, largest effect first; they sum to {@code personal}
 */
public record Confidence(
        double value,
        double base,
        double promotionBonus,
        boolean risky,
        double personal,
        List<FeatureContribution> contributions) {
    public Confidence {
        contributions = List.copyOf(contributions);
    }
}
