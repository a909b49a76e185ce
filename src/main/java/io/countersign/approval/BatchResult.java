package io.countersign.approval;

import java.util.List;

/**
 * What one press of a button decided.
 *
 * @param batch the id to undo it by
 * @param decided proposals that changed from pending
 * @param executed approved ones whose effect was checked
 * @param skipped ids that were not pending any more, or unknown
 */
public record BatchResult(long batch, int decided, int executed, int failed, int skipped, List<Failure> failures) {
    /** Nothing was decided; there is no batch to undo. */
    static BatchResult nothing() {
        return new BatchResult(0, 0, 0, 0, 0, List.of());
    }

    /** An approved proposal that could not be carried out. */
    public record Failure(long proposalId, String reason) {}
}
