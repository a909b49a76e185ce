package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One way of looking at the pending proposals. Pure, for workers.
 *
 * @param collapsed keys of the groups whose rows are hidden
 */
record Grouper(Grouping grouping, Predicate<PendingRow> wanted, Set<String> collapsed) {
    /** Groups rows that come best first; groups follow their best row, senders those with most rows. */
    List<TrayGroup> group(List<PendingRow> rows, Set<Long> gone) {
        Map<String, TrayGroup> groups = new LinkedHashMap<>();
        for (var row : rows) {
            if (!gone.contains(row.id()) && wanted.test(row)) {
                groups.computeIfAbsent(grouping.key(row), TrayGroup::new).append(row);
            }
        }
        groups.values().forEach(group -> group.collapse(collapsed.contains(group.key())));
        var ordered = new ArrayList<>(groups.values());
        if (grouping == Grouping.SENDER) {
            ordered.sort(Comparator.comparingInt(group -> -group.rows().size()));
        }
        return ordered;
    }
}
