package io.countersign.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's decisions, in batches. Blocking and thread-safe; takes part in the caller's transaction. */
public interface DecisionRepository {
    /** Makes other deciders, in this process or another, wait until the running transaction ends. */
    void lock();

    /** Starts a batch. */
    long open(Instant at, boolean approve, Map<String, Integer> byAction);

    /** Starts a batch of what the person does without proposals; there is nothing left to carry out. */
    long openByHand(Instant at, Map<String, Integer> byAction);

    void add(long batch, boolean approve, Instant at, List<Decision> decisions);

    /** Those of a batch that were not taken back, in the order of their proposals. */
    List<Decision> standing(long batch);

    /** The newest batch that nobody tried to take back and that did not come of taking one back. */
    Optional<Long> newestUndoable();

    /** Empty when there is no such batch. */
    Optional<Opened> find(long batch);

    /** Takes decisions back; the batch counts as undone even when some of its decisions stand. */
    void undo(long batch, Collection<Long> proposalIds, Instant at);

    /** Counts effects of the batch that failed. */
    void failed(long batch, int more);

    /** Says that every effect of the batch was tried. */
    void carriedOut(long batch);

    /** Batches whose effects were not all tried, oldest first. */
    List<Long> unfinished();

    /** Newest first. */
    List<BatchSummary> batches(int limit);

    /** Batches that were decided or taken back from then on, in no particular order. */
    List<Step> steps(Instant since);

    SenderHistory history(String senderAddress);

    /**
     * When a batch was decided, and how.
     *
     * @param byHand without proposals
     * @param automatic by a policy alone
     */
    record Opened(Instant at, boolean approve, boolean byHand, boolean automatic) {}

    /**
     * One decision and what the mail looked like to the learner.
     *
     * @param policyVersion the version of the policy that proposed
     * @param confidence 0..1, the one that the proposal had
     */
    record Decision(
            long proposalId,
            long messageId,
            long policyId,
            int policyVersion,
            String action,
            String sender,
            double confidence,
            List<String> features) {
        public Decision {
            features = List.copyOf(features);
        }
    }
}
