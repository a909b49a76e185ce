package io.countersign.approval;

import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.DecisionRepository.Opened;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The counters of one person's policies, in all and by day; takes part in the caller's transaction, which holds
 * {@link DecisionRepository#lock()}.
 */
public interface PolicyCounters {
    /** Counts new proposals per policy, in the log and in the counters. */
    void fired(Map<Long, Integer> perPolicy, Instant now);

    /** Counts proposals out that a policy decided alone (a negative number), or in again when that was undone. */
    void moved(Map<Long, Integer> perPolicy, Instant now);

    /** Counts decisions. */
    void decided(boolean approve, List<Decision> decisions, Instant now);

    /** Takes decisions of a batch back, from the day on which they were made. */
    void undone(Opened batch, List<Decision> decisions, Instant now);
}
