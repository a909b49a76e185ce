package io.countersign.insight;

import java.util.List;
import java.util.OptionalInt;

/** Answers how good the policies are. Blocking and thread-safe. */
public interface PolicyStatistics {
    /**
     * One row per policy that exists or ever fired, in the order in which policies are tried.
     *
     * @param windowDays only proposals and decisions of the last so many days; empty: all, from the counters kept by each decision
     */
    List<PolicyStats> of(String user, OptionalInt windowDays);
}
