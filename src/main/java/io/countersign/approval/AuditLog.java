package io.countersign.approval;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The audit log of one person: rows are added, never changed. */
public interface AuditLog {
    /** Adds lines in this order; takes part in the caller's transaction. */
    void add(Instant at, List<Line> lines);

    /** Newest first, older than {@code beforeId} when given. */
    List<AuditEntry> newest(OptionalLong beforeId, int limit);

    /** Oldest first; begins with when and by which policy it was proposed. */
    List<AuditEntry> of(long messageId);

    /** A line to be written; ids that don't apply are null. */
    record Line(
            String event,
            @Nullable Long batch,
            @Nullable Long proposalId,
            @Nullable Long messageId,
            @Nullable Long policyId,
            String what,
            @Nullable String outcome) {
        static Line of(String event, long batch, Decidable proposal, String what) {
            return new Line(event, batch, proposal.id(), proposal.messageId(), proposal.policyId(), what, null);
        }
    }
}
