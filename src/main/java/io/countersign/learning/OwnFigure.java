package io.countersign.learning;

import java.util.List;

/**
 * The policy's own figure for one mail, before anything was learned, and what it is made of.
 *
 * @param base the threshold of the policy, 0.01..0.99
 * @param promotionBonus what a sender of mostly promotions adds
 * @param risky true when the risk of the mail replaced base and bonus
 * @param risk what that added or took
 */
public record OwnFigure(double base, double promotionBonus, boolean risky, double risk) {
    /** The sum, 0..1. */
    public double prior() {
        return base + promotionBonus + risk;
    }

    /**
     * The one that was kept as the parts of a score.
     *
     * @param prior the sum, for proposals of which the parts were not kept
     */
    public static OwnFigure kept(List<ScorePart> score, double prior) {
        return score.isEmpty()
                ? new OwnFigure(prior, 0, false, 0)
                : new OwnFigure(
                        points(score, ScorePart.Kind.POLICY),
                        points(score, ScorePart.Kind.PROMOTIONS),
                        score.stream().anyMatch(part -> part.kind() == ScorePart.Kind.RISK),
                        points(score, ScorePart.Kind.RISK));
    }

    private static double points(List<ScorePart> score, ScorePart.Kind kind) {
        return score.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(ScorePart::points)
                .sum();
    }
}
