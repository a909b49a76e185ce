package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.shared.text.TextFold;
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
    /** A policy that was never saved. */
    static PolicyRow begun(long id, EditorDraft draft) {
        return new PolicyRow(
                id, draft.name(), draft.enabled(), Optional.empty(), draft.action(), Optional.empty(), 0, true);
    }

    /** A stored policy, with what is written about it and not saved. */
    static PolicyRow of(
            Policy policy, Optional<EditorDraft> draft, Optional<PolicyQuality.Figures> quality, int place) {
        return new PolicyRow(
                policy.id(),
                draft.map(EditorDraft::name).filter(name -> !name.isBlank()).orElse(policy.name()),
                policy.enabled(),
                Optional.of(policy),
                draft.map(EditorDraft::action).orElseGet(() -> ActionDraft.of(policy.action())),
                quality,
                place,
                draft.isPresent());
    }

    /** Whether this is part of its name or of the details of its action; {@code folded} is in the form that is compared. */
    boolean contains(String folded) {
        return TextFold.fold(name + "\n" + String.join(" ", action.params().values()))
                .contains(folded);
    }

    boolean isNew() {
        return stored.isEmpty();
    }
}
