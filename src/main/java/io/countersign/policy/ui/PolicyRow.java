package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import java.util.Optional;

/**
 * A line of the list.
 *
 * @param id of the policy; below 0 for a new one that was never saved
 * @param name as it is written now
 * @param stored empty for a new one
 * @param action what is shown of its action
 * @param place from 1, in the order of trying; 0 for a new one
 * @param unsaved true while the editor holds changes of it
 */
record PolicyRow(
        long id,
        String name,
        boolean enabled,
        Optional<Policy> stored,
        ActionDraft action,
        Optional<PolicyQuality.Figures> quality,
        int place,
        boolean unsaved) {
    boolean isNew() {
        return stored.isEmpty();
    }
}
