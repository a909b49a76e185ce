package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.mail.Address;
import io.countersign.policy.Action;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** How many of these proposals name each action, by its id. */
    static Map<String, Integer> byAction(List<Decidable> proposals) {
        return proposals.stream()
                .collect(Collectors.toMap(proposal -> proposal.action().id(), _ -> 1, Integer::sum));
    }

    /** The decision about it; {@code seen} is what the learner shall see of the mail. */
    Decision decided(List<String> seen) {
        return new Decision(id, messageId, policyId, policyVersion, action.id(), from.email(), confidence, seen);
    }
}
