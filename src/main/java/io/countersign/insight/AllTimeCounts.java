package io.countersign.insight;

import io.countersign.approval.Counted;
import java.util.List;

/** What was ever counted of one person; no count falls while the database is the same. Blocking and thread-safe. */
public interface AllTimeCounts {
    /** All that is not 0, in a stable order. */
    List<Count> all();

    /** {@code label}: what it is counted by; see {@link Counted}. */
    record Count(Counted what, String label, long total) {}
}
