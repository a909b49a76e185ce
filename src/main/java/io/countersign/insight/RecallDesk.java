package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Recall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures what the policies missed, for one person. Blocking and thread-safe. */
public interface RecallDesk {
    /** Per policy with any evidence; only proposals counted in {@code rows}, and mail and acts from {@code from} on. */
    Map<Long, Recall> recall(List<PolicyCounts.Row> rows, Instant from);

    /** The open questions; new ones are drawn first where a week went by. */
    List<RecallQuestion> questions();

    /** See {@link InsightDesk#answer}. */
    void answer(long questionId, boolean wanted);

    /** See {@link InsightDesk#reopen}. */
    void reopen(long questionId);

    /** Works out anew what each policy reaches and what it missed; takes part in the caller's transaction, which holds the lock. */
    void recount();
}
