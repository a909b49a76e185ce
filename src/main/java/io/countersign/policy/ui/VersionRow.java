package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.PolicyVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A state that a policy had.
 *
 * @param changed the parts that differ from the state before; empty for the first
 * @param current true for the state that holds now
 */
record VersionRow(PolicyVersion version, List<String> changed, boolean first, boolean current) {
    VersionRow {
        changed = List.copyOf(changed);
    }

    /** Rows of versions that are newest first. */
    static List<VersionRow> of(List<PolicyVersion> versions) {
        var rows = new ArrayList<VersionRow>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            boolean first = i == versions.size() - 1;
            rows.add(new VersionRow(
                    versions.get(i),
                    first ? List.of() : changes(versions.get(i + 1).policy(), versions.get(i).policy()),
                    first,
                    i == 0));
        }
        return rows;
    }

    private static List<String> changes(Policy before, Policy now) {
        var changed = new ArrayList<String>();
        note(changed, "name", before.name().equals(now.name()));
        note(changed, "reason", before.reason().equals(now.reason()));
        // Conditions are compared as written: patterns are equal only to themselves.
        note(changed, "condition", written(before).equals(written(now)));
        note(changed, "action", before.action().equals(now.action()));
        note(changed, "confidenceThreshold", before.confidenceThreshold() == now.confidenceThreshold());
        note(changed, "includeProtected", before.includeProtected() == now.includeProtected());
        note(changed, "priority", before.priority() == now.priority());
        note(changed, "enabled", before.enabled() == now.enabled());
        return changed;
    }

    private static String written(Policy policy) {
        return EditorDraft.JSON.print(policy.condition());
    }

    private static void note(List<String> changed, String part, boolean same) {
        if (!same) {
            changed.add(part);
        }
    }
}
