package io.countersign.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's stored proposals, to be read. Blocking and thread-safe. */
public interface ProposalRepository {
    /** Every pending one, in no particular order, as sure as this scoring says. */
    List<PendingRow> pending(Scoring scoring);

    /** Those of these ids that are pending, with their reasons as of when they were proposed, in no particular order. */
    List<Proposal> pending(Collection<Long> ids);

    long pendingCount();

    Optional<Proposal> find(long id);

    /** Newest first. */
    List<Proposal> forMessage(long messageId);

    /** Those of these ids that are pending, in the order of their ids. */
    List<Decidable> decidable(Collection<Long> ids);

    /** Up to {@code limit} pending ones that were stored without the features of their mail: their mails by id. */
    Map<Long, Long> unseen(int limit);

    /** What was proposed for these mails before. */
    Map<ProposalKey, Earlier> earlier(Collection<Long> messageIds);

    /** When what a policy proposes was last changed. */
    Optional<Instant> policyChangedAt(long policyId);
}
