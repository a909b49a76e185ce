package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.trust.TrustRecord.Acting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What policies did alone, in batches. It is apart from the decision log, which holds what the person decided and nothing else: if
 * automation were counted or learned from, it would confirm itself. Takes part in the caller's transaction.
 */
public interface AutomaticLog {
    /** Pending proposals that this policy made since it acts alone and about which the person never decided anything. */
    List<Decidable> candidates(Acting acting);

    /** Starts a batch of one policy. */
    long open(Instant at, Acting acting, Map<String, Integer> byAction);

    void add(long batch, Instant at, List<Decision> decisions);

    /** Those of a batch that were not taken back, in the order of their proposals; without features. */
    List<Decision> standing(long batch);

    /** Takes these back. */
    void undo(long batch, Collection<Long> proposalIds, Instant at);

    /** Says that a batch of rejections came of taking an automatic one back. */
    void rejectedBy(long rejections, long takenBack);
}
