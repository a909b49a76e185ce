package io.countersign.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes one person's proposals; takes part in the caller's transaction, which holds {@link DecisionRepository#lock()}. */
public interface ProposalWriter {
    /** Stores new ones as pending; {@code request} is the one that they come of, if any. */
    void add(List<Draft> drafts, Instant now, OptionalLong request);

    /** Makes rejected ones pending again, with a new confidence and rationale. */
    void revive(List<Revival> revivals, OptionalLong request);

    /** Remembers what the learner sees of the mail of these proposals, by id. */
    void see(Map<Long, List<String>> features);

    /**
     * Gives pending ones their decision; rejected ones also remember the version of their policy and mail.
     *
     * @return how many were still pending; fewer than asked for means that the caller has to start over
     */
    int decide(long batch, boolean approve, Collection<Long> ids);

    /** Says how approved ones turned out. */
    void finish(List<Finished> finished);

    /** Makes those whose decision is still this batch pending again. */
    void reopen(long batch, Collection<Long> ids);

    /** A rejected proposal and what is proposed anew. */
    record Revival(long id, Draft draft) {}

    /**
     * How the effect of an approved proposal turned out.
     *
     * @param failure empty when it was carried out
     */
    record Finished(long id, Optional<String> failure) {}
}
