package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.approval.QueueOrder;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Holds what is pending and shows the part that the person asked for, grouped. Grouping runs on a worker; what is decided
 * disappears at once. UI thread only.
 */
final class PendingTray {
    private final TrayLines lines = new TrayLines();
    private final NewestOnly groupings;
    private final Set<Long> gone = new HashSet<>();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper grouped = new ReadOnlyBooleanWrapper();
    private List<PendingRow> all = List.of();
    private Grouper grouper = new Grouper(Grouping.POLICY, _ -> true, Set.of(), QueueOrder.VALUE);
    private Grouping shownAs = Grouping.POLICY;
    private Runnable onRegrouped = () -> {};
    private int load;
    private int returns;

    PendingTray(BackgroundTasks tasks) {
        groupings = new NewestOnly(tasks);
    }

    TrayLines lines() {
        return lines;
    }

    /** Proposals that nobody has decided yet, whatever the filter. */
    ReadOnlyIntegerProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /** Proposals in the list. */
    ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** How the lines are grouped. */
    Grouping shownAs() {
        return shownAs;
    }

    /** True once something was loaded and grouped. */
    ReadOnlyBooleanProperty grouped() {
        return grouped.getReadOnlyProperty();
    }

    /** Grows with every load. */
    int load() {
        return load;
    }

    /** Runs after each grouping was put on show. */
    void onRegrouped(Runnable listener) {
        onRegrouped = listener;
    }

    /** Takes what the database says is pending, except what is on its way to being decided. */
    void load(List<PendingRow> rows, Set<Long> onTheirWay) {
        all = rows;
        gone.clear();
        rows.stream().map(PendingRow::id).filter(onTheirWay::contains).forEach(gone::add);
        load++;
        regroup();
    }

    /** The same proposals, as sure as these rows say; others among them wait for the next load. */
    void rescore(List<PendingRow> rows) {
        var confidences = HashMap.<Long, Double>newHashMap(rows.size());
        rows.forEach(row -> confidences.put(row.id(), row.confidence()));
        all = all.stream()
                .map(row -> row.rescored(confidences.getOrDefault(row.id(), row.confidence())))
                .toList();
        regroup();
    }

    void groupBy(Grouping grouping) {
        grouper = new Grouper(grouping, grouper.wanted(), Set.of(), grouper.order());
        regroup();
    }

    void orderBy(QueueOrder order) {
        grouper = new Grouper(grouper.grouping(), grouper.wanted(), grouper.collapsed(), order);
        regroup();
    }

    void filter(Predicate<PendingRow> wanted) {
        grouper = new Grouper(grouper.grouping(), wanted, grouper.collapsed(), grouper.order());
        regroup();
    }

    int collapse(int index, boolean collapsed) {
        int header = lines.collapse(index, collapsed);
        grouper = new Grouper(grouper.grouping(), grouper.wanted(), lines.collapsedKeys(), grouper.order());
        return header;
    }

    /** These rows are decided, or about to be. */
    void hide(Collection<Long> ids) {
        gone.addAll(ids);
        lines.remove(Set.copyOf(ids));
        count();
    }

    /** These rows are pending after all; rows that the last load did not know wait for the next one. */
    void giveBack(List<PendingRow> rows) {
        returns++;
        var missing = rows.stream().filter(row -> gone.remove(row.id())).toList();
        var wanted = missing.stream().filter(grouper.wanted()).toList();
        if (!wanted.isEmpty()) {
            lines.insert(wanted, shownAs);
        }
        count();
    }

    private void regroup() {
        var rows = all;
        var how = grouper;
        var without = Set.copyOf(gone);
        int asked = returns;
        Consumer<List<TrayGroup>> show = groups -> show(groups, how, without, asked);
        groupings.ask("approvals.grouping", _ -> how.group(rows, without), show, _ -> {});
    }

    private void show(List<TrayGroup> groups, Grouper how, Set<Long> without, int asked) {
        shownAs = how.grouping();
        lines.show(groups);
        if (gone.size() > without.size()) {
            var since = new HashSet<>(gone);
            since.removeAll(without);
            lines.remove(since);
        }
        grouped.set(true);
        count();
        onRegrouped.run();
        if (asked != returns) {
            regroup();
        }
    }

    private void count() {
        pending.set(all.size() - gone.size());
        shown.set(lines.rowCount());
    }
}
