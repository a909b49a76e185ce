package io.countersign.approval;

import io.countersign.approval.execution.LocalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What approved proposals made beside the mailbox: calendar entries, tasks, blocked senders, muted lists. */
public interface LocalEntries {
    void add(List<Owned> entries, Instant now);

    /** Removes what these proposals made. */
    void removeOf(Collection<Long> proposalIds);

    /** All of them, in the order in which they were made. */
    List<Owned> all();

    /** Addresses, lower case. */
    Set<String> blockedSenders();

    List<LocalEntry.MutedList> mutedLists();

    /** An entry and the proposal that it goes with. */
    record Owned(long proposalId, long messageId, LocalEntry entry) {}
}
