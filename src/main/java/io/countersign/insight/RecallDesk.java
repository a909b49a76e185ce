package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures what the policies missed, for one person. Blocking and thread-safe. */
public interface RecallDesk {
    /** Per policy with any evidence; only proposals counted in {@code rows}, and mail and acts from {@code from} on. */
    Map<Long, Recall> recall(List<PolicyCounts.Row> rows, Instant from);

    /** The open questions. The very first are drawn here, so that nobody has to wait for a night; all others by {@link #draw}. */
    List<RecallQuestion> questions();

    /**
     * Draws the questions of a week where a week went by since the last were drawn; returns how many are new. Looks at all mail; a
     * cancelled draw changes nothing.
     */
    int draw(Progress progress);

    /** See {@link InsightDesk#answer}. */
    void answer(long questionId, boolean wanted);

    /** See {@link InsightDesk#reopen}. */
    void reopen(long questionId);

    /** Works out anew what each policy reaches and what it missed; takes part in the caller's transaction, which holds the lock. */
    void recount();
}
