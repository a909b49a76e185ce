package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.function.Consumer;

/** Changes of what is stored, each told and with a way back. UI thread only. */
final class PolicyChanges {
    private final PolicyDesk desk;
    private final Changes changes;
    private final Texts texts;

    PolicyChanges(PolicyDesk desk, WindowPorts ports, Runnable reload) {
        this.desk = desk;
        this.texts = ports.texts();
        changes = new Changes(ports.tasks(), ports.toasts(), texts, reload);
    }

    Changes changes() {
        return changes;
    }

    /** Stores a draft; {@code then} hears of the stored policy before the list is read anew. */
    void save(Policy draft, Consumer<Policy> then) {
        changes.make(
                "policies.saving",
                () -> desk.save(draft),
                saved -> {
                    if (draft.id() == 0) {
                        desk.remove(saved.id());
                    } else {
                        desk.restore(draft.id(), draft.version());
                    }
                },
                texts.get("policies.done.saved", draft.name()),
                then);
    }

    void enable(Policy policy, boolean enabled) {
        changes.make(
                "policies.switching",
                () -> desk.enable(policy.id(), enabled),
                _ -> desk.enable(policy.id(), !enabled),
                texts.get(enabled ? "policies.done.on" : "policies.done.off", policy.name()));
    }

    void remove(Policy policy) {
        changes.make(
                "policies.removing",
                () -> {
                    int newest = desk.versions(policy.id()).getFirst().version();
                    desk.remove(policy.id());
                    return newest;
                },
                version -> desk.restore(policy.id(), version),
                texts.get("policies.done.removed", policy.name()));
    }

    void restore(Policy now, int version) {
        changes.make(
                "policies.restoring",
                () -> desk.restore(now.id(), version),
                _ -> desk.restore(now.id(), now.version()),
                texts.get("policies.done.restored", now.name()));
    }

    void reorder(List<Long> before, List<Long> after, String moved) {
        changes.make(
                "policies.reordering",
                () -> desk.reorder(after),
                _ -> desk.reorder(before),
                texts.get("policies.done.moved", moved, after.size()));
    }

    void undo() {
        changes.undo();
    }
}
