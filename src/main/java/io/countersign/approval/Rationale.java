package io.countersign.approval;

import io.countersign.learning.FeatureContribution;
import io.countersign.policy.Clause;
import java.util.List;

/** Why something is proposed, as it was when it was proposed. */
public record Rationale(String summary, List<Clause> clauses, List<FeatureContribution> features) {
    public Rationale {
        clauses = List.copyOf(clauses);
        features = List.copyOf(features);
    }
}
