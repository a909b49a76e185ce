package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;

/**
 * A proposal that is not stored yet.
 *
 * @param prior 0..1, the policy's own figure before anything was learned
 */
public record Draft(Message message, Policy policy, double confidence, double prior, Rationale rationale) {
    /** What it must be unique by. */
    public ProposalKey key() {
        return new ProposalKey(message.id(), policy.action());
    }
}
