package io.countersign.learning;

import java.util.List;
import java.util.stream.Stream;

/**
 * How sure a proposal is, and what that number is made of: {@code value} is the sum of {@code base}, {@code promotionBonus},
 * {@code risk}, the contributions and {@code calibration}, all as probabilities.
 *
 * @param value how likely the person approves, 0.01..0.99
 * @param base the threshold of the policy
 * @param promotionBonus what a sender of mostly promotions added
 * @param risky true when the risk of the mail replaced base and bonus
 * @param risk what that added or took
 * @param contributions the learned features, largest effect first
 * @param calibration what the person's decisions on the same action added or took, whatever the mail
 */
public record Confidence(
        double value,
        double base,
        double promotionBonus,
        boolean risky,
        double risk,
        List<FeatureContribution> contributions,
        double calibration) {
    public Confidence {
        contributions = List.copyOf(contributions);
    }

    /** The policy's own figure, before anything was learned. */
    public double prior() {
        return base + promotionBonus + risk;
    }

    /** The parts beside the learned features that moved it; the base is always there. */
    public List<ScorePart> parts() {
        return Stream.of(
                        new ScorePart(ScorePart.Kind.POLICY, base),
                        new ScorePart(ScorePart.Kind.PROMOTIONS, promotionBonus),
                        new ScorePart(ScorePart.Kind.RISK, risk),
                        new ScorePart(ScorePart.Kind.DECISIONS, calibration))
                .filter(part -> part.kind() == ScorePart.Kind.POLICY || part.points() != 0)
                .toList();
    }
}
