package io.countersign.insight;

import java.time.Instant;
import java.util.List;

/** What the database counts per policy. Blocking and thread-safe. */
public interface PolicyCounts {
    /** Since the beginning, from the counters that each decision keeps. */
    List<Row> all(String user);

    /** Counted from the logs, from this moment on. */
    List<Row> since(String user, Instant from);

    /** One policy that exists or ever fired, in the order in which policies are tried, removed ones last. */
    record Row(long policyId, String name, long fired, long approved, long rejected, long pending, Instant updatedAt) {}
}
