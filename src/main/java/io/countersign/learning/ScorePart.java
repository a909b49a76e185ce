package io.countersign.learning;

/**
 * A part of a confidence that is not a learned feature.
 *
 * @param points what it adds to the probability; the parts and the contributions of the features sum to the confidence
 */
public record ScorePart(Kind kind, double points) {
    /** Where a part comes from. */
    public enum Kind {
        /** The policy's threshold. */
        POLICY,
        /** The sender sends mostly promotions. */
        PROMOTIONS,
        /** The mail is risky. */
        RISK,
        /** How often the person approved such proposals before. */
        DECISIONS
    }
}
