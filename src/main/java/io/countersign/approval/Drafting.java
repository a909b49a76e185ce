package io.countersign.approval;

import io.countersign.policy.Verdict;
import java.util.Map;

/** Gives a match its confidence and its reasons. */
final class Drafting {
    private final Learning learning;
    private final Map<String, Double> weights;
    private final Map<String, Double> promotionShares;

    Drafting(Learning learning, Map<String, Double> weights, Map<String, Double> promotionShares) {
        this.learning = learning;
        this.weights = weights;
        this.promotionShares = promotionShares;
    }

    Draft draft(Verdict.Match match) {
        var message = match.message();
        var share = promotionShares.getOrDefault(message.envelope().senderDomain(), 0.0);
        var confidence =
                learning.confidence().confidence(match.policy().confidenceThreshold(), message, share, weights);
        var summary = learning.narrative().summary(match.policy(), message, match.now(), confidence);
        return new Draft(
                message,
                match.policy(),
                confidence.value(),
                new Rationale(summary, match.clauses(), confidence.contributions()));
    }
}
