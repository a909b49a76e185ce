package io.countersign.approval;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.Optional;

/**
 * An action that a policy proposes for one mail; unique per (user, mail, action with its params).
 *
 * @param confidence 0.01..0.99
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
        Optional<String> failure) {}
