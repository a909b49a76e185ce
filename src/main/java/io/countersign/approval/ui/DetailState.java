package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;

/** What the right side shows. */
sealed interface DetailState {
    /** No proposal is chosen. */
    record Nothing() implements DetailState {}

    /** It is being read; what the row itself knows is there. */
    record Reading(PendingRow row) implements DetailState {}

    record Ready(ProposalDetail detail) implements DetailState {}

    /** It could not be read, with the reason as a sentence. */
    record Failed(PendingRow row, String reason) implements DetailState {}
}
