package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.approval.QueueOrder;
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
 * @param order of the rows in a group
 */
record Grouper(Grouping grouping, Predicate<PendingRow> wanted, Set<String> collapsed, QueueOrder order) {
    /** Groups rows that come by their value; groups follow their first row, senders those with most rows. */
    List<TrayGroup> group(List<PendingRow> rows, Set<Long> gone) {
        boolean asTheyCome = order == QueueOrder.VALUE;
        var places = asTheyCome ? QueueOrder.asIn(rows) : QueueOrder.SUREST_FIRST;
        Map<String, TrayGroup> groups = new LinkedHashMap<>();
        for (var row : asTheyCome ? rows : order.sorted(rows)) {
            if (!gone.contains(row.id()) && wanted.test(row)) {
                groups.computeIfAbsent(grouping.key(row), key -> new TrayGroup(key, places))
                        .append(row);
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
