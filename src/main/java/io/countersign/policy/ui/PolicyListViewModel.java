package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.ui.PoliciesReader.Everything;
import io.countersign.shared.text.TextFold;
import io.countersign.shared.ui.SnapshotList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The list: new policies first, then the stored ones in the order in which they are tried, each as it is written now. UI thread only. */
final class PolicyListViewModel {
    private final Shelf shelf;
    private final SnapshotList<PolicyRow> rows = new SnapshotList<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private Everything everything = new Everything(List.of(), Map.of());

    /** {@code shelf} has what is not saved. */
    PolicyListViewModel(Shelf shelf) {
        this.shelf = shelf;
        filter.subscribe((_, _) -> arrange());
    }

    /** All ids before and after a change of the order. */
    record Move(List<Long> before, List<Long> after, String name) {}

    /** Takes what is stored now; the rows are as they were until they are arranged. */
    void take(Everything read) {
        everything = read;
    }

    /** Makes the rows anew of what is stored and what is not saved. */
    void arrange() {
        var all = new ArrayList<PolicyRow>();
        shelf.begun().forEach(id -> begun(id).ifPresent(all::add));
        for (int i = 0; i < everything.policies().size(); i++) {
            all.add(row(everything.policies().get(i), i + 1));
        }
        empty.set(all.isEmpty());
        var wanted = TextFold.fold(filter.get().strip());
        var kept = wanted.isEmpty()
                ? all
                : all.stream().filter(row -> row.contains(wanted)).toList();
        if (!kept.equals(List.copyOf(rows))) {
            rows.replace(kept);
        }
    }

    /** Makes the rows anew where what was written changed the row of this policy. */
    void refresh(long id) {
        var before = row(id);
        var now = id < 0
                ? begun(id)
                : stored(id)
                        .map(policy -> row(policy, before.map(PolicyRow::place).orElse(0)));
        if (!now.equals(before)) {
            arrange();
        }
    }

    /** Puts a policy at this place, from 0 and within the list; empty when it is there already. */
    Optional<Move> move(long id, int index) {
        var before = ids();
        int from = before.indexOf(id);
        int to = Math.clamp(index, 0, Math.max(0, before.size() - 1));
        if (from < 0 || from == to) {
            return Optional.empty();
        }
        var after = new ArrayList<>(everything.policies());
        var moved = after.remove(from);
        after.add(to, moved);
        everything = new Everything(after, everything.quality());
        arrange();
        return Optional.of(new Move(before, ids(), moved.name()));
    }

    SnapshotList<PolicyRow> rows() {
        return rows;
    }

    /** What narrows the list. */
    StringProperty filterProperty() {
        return filter;
    }

    /** True while there is no policy at all, whatever the filter. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    Optional<PolicyRow> row(long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    /** The row below, above where there is none. */
    Optional<Long> neighbour(long id) {
        int at = row(id).map(rows::indexOf).orElse(-1);
        return at < 0 || rows.size() < 2
                ? Optional.empty()
                : Optional.of(rows.get(at + 1 < rows.size() ? at + 1 : at - 1).id());
    }

    Optional<Policy> stored(long id) {
        return everything.policies().stream()
                .filter(policy -> policy.id() == id)
                .findFirst();
    }

    /** The stored policies in their order. */
    Map<Long, Policy> stored() {
        var byId = new LinkedHashMap<Long, Policy>();
        everything.policies().forEach(policy -> byId.put(policy.id(), policy));
        return byId;
    }

    private List<Long> ids() {
        return everything.policies().stream().map(Policy::id).toList();
    }

    private Optional<PolicyRow> begun(long id) {
        return shelf.find(id).map(entry -> PolicyRow.begun(id, entry.draft()));
    }

    private PolicyRow row(Policy policy, int place) {
        return PolicyRow.of(
                policy,
                shelf.find(policy.id()).map(Shelf.Entry::draft),
                Optional.ofNullable(everything.quality().get(policy.id())),
                place);
    }
}
