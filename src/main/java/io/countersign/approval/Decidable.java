package io.countersign.approval;

import io.countersign.mail.Address;
import io.countersign.policy.Action;
import java.util.List;

/**
 * A pending proposal, as far as a decision needs it.
 *
 * @param policyVersion the version of its policy that made it
 * @param prior 0..1, the policy's own figure before anything was learned
 * @param features what the learner saw of its mail; empty where that was not kept
 */
public record Decidable(
        long id,
        long messageId,
        long policyId,
        int policyVersion,
        Action action,
        Address from,
        double confidence,
        double prior,
        List<String> features) {
    public Decidable {
        features = List.copyOf(features);
    }

    Decidable scored(Scoring scoring) {
        return features.isEmpty()
                ? this
                : new Decidable(
                        id,
                        messageId,
                        policyId,
                        policyVersion,
                        action,
                        from,
                        scoring.confidence(action.id(), prior, features),
                        prior,
                        features);
    }
}
