package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.approval.QueueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.collections.ObservableListBase;

/**
 * Groups of proposals as one flat list, which holds no object per line: lines are made when a cell asks. What is decided
 * leaves incrementally, so that a list of a hundred thousand does not notice. UI thread only.
 */
final class TrayLines extends ObservableListBase<TrayLine> {
    private final List<TrayGroup> groups = new ArrayList<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private Comparator<PendingRow> order = QueueOrder.SUREST_FIRST;
    private int[] starts = {0};

    @Override
    public TrayLine get(int index) {
        int group = groupAt(index);
        int row = index - starts[group] - 1;
        return row < 0
                ? groups.get(group).header()
                : new TrayLine.Entry(groups.get(group).rows().get(row));
    }

    @Override
    public int size() {
        return starts[groups.size()];
    }

    /** Shows other groups. The list takes them over. */
    void show(List<TrayGroup> fresh) {
        replace(() -> {
            groups.clear();
            ranks.clear();
            groups.addAll(fresh);
            groups.stream().findFirst().ifPresent(group -> order = group.order());
            groups.forEach(group -> ranks.put(group.key(), ranks.size()));
        });
    }

    /** Takes the rows with these ids away; a group that is left empty goes with its last row. */
    void remove(Set<Long> ids) {
        if (ids.size() == 1 && removeOne(ids.iterator().next())) {
            return;
        }
        var touched = groups.stream().filter(holds(ids)).toList();
        if (touched.size() == 1 && removeRun(groups.indexOf(touched.getFirst()), ids)) {
            return;
        }
        replace(() -> {
            touched.forEach(group -> group.rows().removeIf(row -> ids.contains(row.id())));
            groups.removeIf(group -> group.rows().isEmpty());
        });
    }

    /** Puts rows back where they belong under {@code grouping}; a group that had gone comes back in its old place. */
    void insert(List<PendingRow> rows, Grouping grouping) {
        if (rows.size() == 1 && insertOne(rows.getFirst(), grouping)) {
            return;
        }
        replace(() -> rows.forEach(row -> groupFor(grouping.key(row)).insert(row)));
    }

    /** Hides the rows of the group at this line, or shows them again; returns the line of its header. */
    int collapse(int index, boolean collapsed) {
        int at = groupAt(index);
        var group = groups.get(at);
        int header = starts[at];
        if (group.isCollapsed() != collapsed) {
            var before = group.header();
            var hidden = collapsed ? List.copyOf(subList(header + 1, starts[at + 1])) : List.<TrayLine>of();
            beginChange();
            group.collapse(collapsed);
            measure();
            if (collapsed) {
                nextRemove(header + 1, hidden);
            } else {
                nextAdd(header + 1, starts[at + 1]);
            }
            nextSet(header, before);
            endChange();
        }
        return header;
    }

    /** The line of that proposal; -1 when it is not in the list or hidden. */
    int indexOf(long proposalId) {
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            for (int row = 0; row < group.height() - 1; row++) {
                if (group.rows().get(row).id() == proposalId) {
                    return starts[i] + 1 + row;
                }
            }
        }
        return -1;
    }

    /** The line of the header with that key; -1 when there is no such group. */
    int indexOfHeader(String key) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).key().equals(key)) {
                return starts[i];
            }
        }
        return -1;
    }

    /** All rows of the group at this line. */
    List<PendingRow> rowsOfGroupAt(int index) {
        return List.copyOf(groups.get(groupAt(index)).rows());
    }

    /** The rows that satisfy {@code wanted}, in the order of the list, hidden ones included. */
    List<PendingRow> rows(Predicate<PendingRow> wanted) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(wanted)
                .toList();
    }

    int rowCount() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    Set<String> collapsedKeys() {
        return groups.stream()
                .filter(TrayGroup::isCollapsed)
                .map(TrayGroup::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean removeOne(long id) {
        int line = indexOf(id);
        if (line < 0) {
            return false;
        }
        int at = groupAt(line);
        var group = groups.get(at);
        var before = group.header();
        boolean whole = before.count() == 1;
        int first = whole ? starts[at] : line;
        var gone = List.copyOf(subList(first, line + 1));
        beginChange();
        group.rows().remove(line - starts[at] - 1);
        if (whole) {
            groups.remove(at);
        }
        measure();
        nextRemove(first, gone);
        if (!whole) {
            nextSet(starts[at], before);
        }
        endChange();
        return true;
    }

    private boolean removeRun(int at, Set<Long> ids) {
        var group = groups.get(at);
        int from = firstIn(group, ids);
        int to = from;
        while (to < group.rows().size() && ids.contains(group.rows().get(to).id())) {
            to++;
        }
        boolean whole = to - from == group.rows().size();
        if (group.isCollapsed()
                || group.rows().subList(to, group.rows().size()).stream().anyMatch(in(ids))) {
            return false;
        }
        int first = starts[at] + (whole ? 0 : 1 + from);
        var before = group.header();
        var gone = List.copyOf(subList(first, starts[at] + 1 + to));
        beginChange();
        group.rows().subList(from, to).clear();
        if (whole) {
            groups.remove(at);
        }
        measure();
        nextRemove(first, gone);
        if (!whole) {
            nextSet(starts[at], before);
        }
        endChange();
        return true;
    }

    private boolean insertOne(PendingRow row, Grouping grouping) {
        var key = grouping.key(row);
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (group.key().equals(key) && !group.isCollapsed()) {
                var before = group.header();
                beginChange();
                int line = starts[i] + 1 + group.insert(row);
                if (group.rows().size() > before.count()) {
                    measure();
                    nextAdd(line, line + 1);
                    nextSet(starts[i], before);
                }
                endChange();
                return true;
            }
        }
        return false;
    }

    private TrayGroup groupFor(String key) {
        int rank = ranks.computeIfAbsent(key, _ -> ranks.size());
        int place = 0;
        for (; place < groups.size(); place++) {
            var group = groups.get(place);
            if (group.key().equals(key)) {
                return group;
            }
            if (ranks.getOrDefault(group.key(), Integer.MAX_VALUE) > rank) {
                break;
            }
        }
        var fresh = new TrayGroup(key, order);
        groups.add(place, fresh);
        return fresh;
    }

    private void replace(Runnable change) {
        var before = List.copyOf(this);
        beginChange();
        change.run();
        measure();
        nextReplace(0, size(), before);
        endChange();
    }

    private void measure() {
        starts = new int[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            starts[i + 1] = starts[i] + groups.get(i).height();
        }
    }

    private int groupAt(int index) {
        int found = Arrays.binarySearch(starts, 0, groups.size(), index);
        return found >= 0 ? found : -found - 2;
    }

    private static int firstIn(TrayGroup group, Set<Long> ids) {
        int from = 0;
        while (!ids.contains(group.rows().get(from).id())) {
            from++;
        }
        return from;
    }

    private static Predicate<TrayGroup> holds(Set<Long> ids) {
        return group -> group.rows().stream().anyMatch(in(ids));
    }

    private static Predicate<PendingRow> in(Set<Long> ids) {
        return row -> ids.contains(row.id());
    }
}
