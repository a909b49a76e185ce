package io.countersign.learning;

/**
 * How one learned feature moved a confidence.
 *
 * @param feature {@code category:}, {@code sender_domain:}, {@code listid:} or {@code contains:} and its value
 * @param weight what was learned, bounded
 * @param contribution what it adds to the probability
 */
public record FeatureContribution(String feature, double weight, double contribution) {}
