package io.countersign.policy.ui;

import io.countersign.policy.PolicyDifference;
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
                    first
                            ? List.of()
                            : PolicyDifference.between(
                                    versions.get(i + 1).policy(),
                                    versions.get(i).policy()),
                    first,
                    i == 0));
        }
        return rows;
    }
}
