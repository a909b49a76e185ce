package io.countersign.approval;

import java.time.Instant;
import java.util.Map;

/** The counters of one person's policies; takes part in the caller's transaction, which holds {@link DecisionRepository#lock()}. */
public interface PolicyCounters {
    /** Counts new proposals per policy, in the log and in the counter. */
    void fired(Map<Long, Integer> perPolicy, Instant now);

    /** Counts decisions per policy; negative numbers take them back. */
    void decided(boolean approve, Map<Long, Integer> perPolicy, Instant now);
}
