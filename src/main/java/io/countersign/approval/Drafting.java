package io.countersign.approval;

import io.countersign.learning.Experience;
import io.countersign.policy.Verdict;
import java.util.Map;

/** Gives a match its confidence and its reasons. */
final class Drafting {
    private final Learning learning;
    private final Experience experience;
    private final Map<String, Double> promotionShares;

    Drafting(Learning learning, Experience experience, Map<String, Double> promotionShares) {
        this.learning = learning;
        this.experience = experience;
        this.promotionShares = promotionShares;
    }

    Draft draft(Verdict.Match match) {
        var message = match.message();
        var policy = match.policy();
        var share = promotionShares.getOrDefault(message.envelope().senderDomain(), 0.0);
        var confidence = learning.confidence().confidence(policy, message, share, experience);
        var summary = learning.narrative().summary(policy, message, match.now(), confidence);
        return new Draft(
                message,
                policy,
                confidence.value(),
                confidence.prior(),
                learning.visible(message),
                new Rationale(summary, match.clauses(), confidence.contributions(), confidence.parts()));
    }
}
