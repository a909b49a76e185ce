package io.countersign.approval;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.Optional;

/**
 * An action that a policy proposes for one mail; unique per (user, mail, action with its params).
 *
 * @param confidence 0.01..0.99; while it is pending as of now, else as it was proposed
 * @param failure why it failed, when it did
 */
public record Proposal(
        long id,
        int version,
        ProposalStatus status,
        long messageId,
        long policyId,
        String policyName,
        Action action,
        double confidence,
        Rationale rationale,
        Instant createdAt,
        Optional<String> failure) {
    /** The same with another confidence and the reasons for it. */
    Proposal rescored(double confidence, Rationale rationale) {
        return new Proposal(
                id,
                version,
                status,
                messageId,
                policyId,
                policyName,
                action,
                confidence,
                rationale,
                createdAt,
                failure);
    }
}
