package io.countersign.approval;

import io.countersign.mail.Message;
import io.countersign.policy.Policy;
import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The use cases of countersigning, for one person. Blocking and thread-safe; callers keep it off the UI thread. */
public interface Approvals {
    /** Every pending proposal, best first: in the order of {@link QueueOrder#VALUE}. */
    List<PendingRow> pending();

    /** The first {@code limit} of {@link #pending()} with their reasons. */
    List<Proposal> tray(int limit);

    long pendingCount();

    Optional<Proposal> find(long id);

    /** All proposals ever made for a mail, newest first. */
    List<Proposal> forMessage(long messageId);

    /** What was decided before about mail from this address. */
    SenderHistory history(String senderAddress);

    /**
     * Runs the enabled policies over stored mail, newest first; what automatic ones propose is then carried out.
     *
     * @param scope which mails to look at
     * @param limit how many proposals to create at most
     * @param dryRun true: count only
     */
    ProposeResult propose(Predicate<Message> scope, long limit, boolean dryRun, Progress progress);

    /** The same over mail with this id or a greater one: what was just imported. */
    ProposeResult proposeFrom(long firstMessageId, Progress progress);

    /** Approves and carries out. Ids that are not pending are skipped. Decided means committed: a killed process does not lose it. */
    BatchResult approve(Collection<Long> proposalIds, Progress progress);

    /** Rejects. Ids that are not pending are skipped. */
    BatchResult reject(Collection<Long> proposalIds, Progress progress);

    /**
     * Takes a batch back: mailbox, counters and weights are as if it had not been decided, its proposals pending again. What a
     * policy did alone is rejected instead, since by taking it back the person says that it was wrong; the rejection is a batch
     * of its own, whose undo makes the proposals pending.
     *
     * @param batch empty: the newest that can be undone
     * @throws io.countersign.shared.CountersignException.NotFound when there is nothing to undo
     */
    UndoResult undo(OptionalLong batch, Progress progress);

    /** Makes a policy that always proposes this action for mail from the same sender (or list), and approves this one. */
    Policy always(long proposalId);

    /**
     * The policy that {@link #always} would make, with id 0; nothing is stored and nothing is approved.
     *
     * @throws io.countersign.shared.CountersignException.NotFound when the proposal is gone, or its mail names no sender
     */
    Policy alwaysDraft(long proposalId);

    /** Carries out what was approved, or was to be done alone, before the process died. Called once at start. */
    void resume(Progress progress);

    /** The audit log, newest first, older than {@code beforeId} when given. */
    List<AuditEntry> audit(OptionalLong beforeId, int limit);

    /** All audit lines that concern one mail, oldest first. */
    List<AuditEntry> auditOf(long messageId);

    /** Batches, newest first. */
    List<BatchSummary> batches(int limit);

    /** What was decided or taken back from then on, in no particular order. */
    List<Step> steps(Instant since);
}
