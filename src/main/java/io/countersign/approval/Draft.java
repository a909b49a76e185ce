package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;

/** A proposal that is not stored yet. */
public record Draft(Message message, Policy policy, double confidence, Rationale rationale) {
    /** What it must be unique by. */
    public ProposalKey key() {
        return new ProposalKey(message.id(), policy.action());
    }
}
