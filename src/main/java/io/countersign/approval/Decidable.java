package io.countersign.approval;

import io.countersign.mail.Address;
import io.countersign.policy.Action;

/**
 * A pending proposal, as far as a decision needs it.
 *
 * @param policyVersion the version of its policy that made it
 * @param prior 0..1, the policy's own figure before anything was learned
 */
public record Decidable(
        long id,
        long messageId,
        long policyId,
        int policyVersion,
        Action action,
        Address from,
        double confidence,
        double prior) {}
