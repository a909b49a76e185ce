package io.countersign.approval;

import io.countersign.approval.execution.StateChange;
import io.countersign.policy.Action;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal of effects: intents first, then what happened. Takes part in the caller's transaction. */
public interface EffectJournal {
    /** Writes down what is about to be done. */
    void plan(long batch, List<Decidable> approved, Instant now);

    /** What was written down but not done, oldest first. */
    List<Intent> intents(long batch);

    /** Reserves intents for the running transaction; returns how many were still to be done. */
    int claim(List<Intent> intents, Instant now);

    void done(List<Result> results);

    /** Writes down what a batch by hand changed, each under the negative id of its mail in place of a proposal. */
    void record(long batch, Map<Long, StateChange> changeByMessage, Instant now);

    /** All effects of a batch that were not taken back, oldest first. */
    List<Entry> ofBatch(long batch);

    /** Effects that changed these mails and stand, oldest first. */
    List<Entry> standingOn(Collection<Long> messageIds);

    void undone(Collection<Long> effectIds);

    /** Replaces what a later undo of these effects restores. */
    void rebase(Collection<Entry> effects);

    /** Something approved that is still to be done. */
    record Intent(long id, long proposalId, long messageId, long policyId, Action action) {}

    /** How an intent turned out; {@code change} is empty for one that failed or left the mail alone. */
    record Result(long id, boolean failed, Optional<StateChange> change) {}

    /** An effect in the journal; {@code change} is empty where the mail was left alone. */
    record Entry(long id, long proposalId, long messageId, Optional<StateChange> change) {}
}
