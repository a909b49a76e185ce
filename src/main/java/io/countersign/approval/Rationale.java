package io.countersign.approval;

import io.countersign.learning.FeatureContribution;
import io.countersign.learning.ScorePart;
import io.countersign.policy.Clause;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why something is proposed, as it was when it was proposed.
 *
 * @param score what the confidence is made of beside the features, with which it sums to the confidence; empty where that was
 *     not kept
 */
public record Rationale(
        String summary, List<Clause> clauses, List<FeatureContribution> features, List<ScorePart> score) {
    public Rationale {
        clauses = List.copyOf(clauses);
        features = List.copyOf(features);
        score = List.copyOf(score);
    }

    /** One that does not say what its confidence is made of. */
    public Rationale(String summary, List<Clause> clauses, List<FeatureContribution> features) {
        this(summary, clauses, features, List.of());
    }

    /** What sums to the confidence: the parts of the score, then what each feature contributed. */
    public List<Double> terms() {
        return Stream.concat(
                        score.stream().map(ScorePart::points), features.stream().map(FeatureContribution::contribution))
                .toList();
    }
}
