package io.countersign.insight;

import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.time.ZoneId;

/** Counts the logs of firings and decisions anew. Blocking and thread-safe; takes part in the caller's transaction. */
public interface Recount {
    /** True when a person's days were never summed up, or in another time zone. */
    boolean isDue(String user, ZoneId zone);

    /** Makes counters and sums what the logs say. */
    Counted run(String user, ZoneId zone, Instant now, Progress progress);

    /**
     * What was counted.
     *
     * @param policies those with counters
     * @param decisions standing ones
     * @param corrected rows of counters and sums that said something else
     */
    record Counted(long policies, long decisions, long corrected) {}
}
