package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import java.util.List;

/**
 * A proposal that is not stored yet.
 *
 * @param prior 0..1, the policy's own figure before anything was learned
 * @param features what the learner sees of the mail
 */
public record Draft(
        Message message, Policy policy, double confidence, double prior, List<String> features, Rationale rationale) {
    /** What it must be unique by. */
    public ProposalKey key() {
        return new ProposalKey(message.id(), policy.action());
    }
}
