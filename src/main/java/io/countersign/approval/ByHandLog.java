package io.countersign.approval;

import io.countersign.policy.Action;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one person did to mail without a proposal, and which policies missed it; takes part in the caller's transaction, which
 * holds {@link DecisionRepository#lock()}.
 */
public interface ByHandLog {
    /** What the policies have reached so far. */
    Map<Long, Reach> reaches();

    /** Logs acts, and counts each as missed for its policies. */
    void add(List<Act> acts, Instant at);

    /** Takes the acts of a batch on these mails back. */
    void undone(long batch, Collection<Long> messageIds, Instant at);

    /**
     * One action on one mail.
     *
     * @param batch empty when it was done on the server
     * @param missedBy the policies that should have proposed it
     */
    record Act(long messageId, Action.OnMailbox action, OptionalLong batch, List<Long> missedBy) {
        public Act {
            missedBy = List.copyOf(missedBy);
        }
    }
}
