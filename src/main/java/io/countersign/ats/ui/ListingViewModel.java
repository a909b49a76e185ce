package io.countersign.ats.ui;

import io.countersign.ats.ApplicationId;
import io.countersign.ats.odds.FunnelPart;
import io.countersign.ats.ui.ApplicationFilter.Scope;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.WindowPorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** Which applications are shown, in which order, and which of them is chosen; in the list and on the board. UI thread only. */
final class ListingViewModel {
    private final WindowPorts ports;
    private final NewestOnly arranging;
    private final SnapshotList<ApplicationRow> rows = new SnapshotList<>();
    private final ObjectProperty<ApplicationFilter> filter = new SimpleObjectProperty<>(ApplicationFilter.OPEN);
    private final ObjectProperty<ApplicationOrder> order = new SimpleObjectProperty<>(ApplicationOrder.RANK);
    private final ObjectProperty<Optional<ApplicationRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Board> board = new ReadOnlyObjectWrapper<>(Board.of(List.of()));
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();
    private ApplicationsSnapshot snapshot;
    private Optional<Set<ApplicationId>> before = Optional.empty();
    private Map<Scope, Integer> counts = Map.of();
    private boolean replacing;
    private boolean listedOnly = true;

    ListingViewModel(WindowPorts ports, LocalDate today) {
        this.ports = ports;
        snapshot = ApplicationsSnapshot.empty(today);
        arranging = new NewestOnly(ports.tasks());
        filter.subscribe((_, _) -> arrange());
        order.subscribe((_, _) -> arrange());
    }

    private record Arranged(
            ApplicationsSnapshot of, List<ApplicationRow> rows, Map<Scope, Integer> counts, Board board) {}

    /** Shows what was read; keeps filter, order and place. */
    void show(ApplicationsSnapshot read) {
        snapshot = read;
        arrange();
    }

    /** Chooses the next application that appears and was not there before. */
    void expectNew() {
        before = Optional.of(ids());
    }

    /** Goes so many rows on; stays within the list. */
    void moveBy(int steps) {
        if (!rows.isEmpty()) {
            int at = selected.get().map(rows::indexOf).orElse(-1);
            selected.set(Optional.of(rows.get(Math.clamp((long) at + steps, 0, rows.size() - 1))));
        }
    }

    /** Chooses an application, and widens the filter where it would hide it. */
    void reveal(ApplicationRow row) {
        if (!rows.contains(row)) {
            filter.set(ApplicationFilter.ALL);
        }
        selected.set(Optional.of(row));
    }

    /** Lists what a figure of the funnel counts, and chooses none of it yet. */
    void show(FunnelPart part) {
        selected.set(Optional.empty());
        filter.set(ApplicationFilter.of(part));
    }

    /** Lists again what is open, whatever the funnel counts. */
    void leavePart() {
        filter.set(ApplicationFilter.OPEN.withText(filter.get().text()));
    }

    boolean isInPart() {
        return filter.get().part().isPresent();
    }

    /** How many applications a scope has, whatever the text says. */
    int count(Scope scope) {
        return counts.getOrDefault(scope, 0);
    }

    /** True while only what the list shows can be chosen; the board shows what the list leaves out as well. */
    void listedOnly(boolean only) {
        listedOnly = only;
    }

    ApplicationsSnapshot snapshot() {
        return snapshot;
    }

    ObservableList<ApplicationRow> rows() {
        return rows;
    }

    ObjectProperty<ApplicationFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<ApplicationOrder> orderProperty() {
        return order;
    }

    ObjectProperty<Optional<ApplicationRow>> selectedProperty() {
        return selected;
    }

    /** Those that the text lets pass, open and ended, by stage. */
    ReadOnlyObjectProperty<Board> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /** Grows each time the rows were replaced; the chosen row may be elsewhere then. */
    ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    /** True while the rows are being replaced: what a table takes for a choice then is none. */
    boolean isReplacing() {
        return replacing;
    }

    private void arrange() {
        var wanted = filter.get();
        var sorting = order.get();
        var all = snapshot;
        var locale = ports.formats().locale();
        arranging.ask(
                "applications.arranging",
                _ -> new Arranged(
                        all,
                        sorting.apply(wanted.apply(all.rows(), all.today()), locale),
                        wanted.counts(all.rows(), all.today()),
                        Board.of(wanted.withText(all.rows()))),
                this::arranged,
                _ -> {});
    }

    private void arranged(Arranged arranged) {
        var chosen = selected.get();
        int place = chosen.map(rows::indexOf).orElse(-1);
        replacing = true;
        rows.replace(arranged.rows());
        board.set(arranged.board());
        counts = arranged.counts();
        selected.set(appeared(arranged.of())
                .or(() -> chosen.flatMap(row -> again(row, arranged.of())))
                .or(() -> chosen.flatMap(_ -> neighbour(place))));
        replacing = false;
        generation.set(generation.get() + 1);
    }

    private Optional<ApplicationRow> appeared(ApplicationsSnapshot now) {
        var found = before.flatMap(known ->
                now.rows().stream().filter(row -> !known.contains(row.id())).findFirst());
        if (found.isPresent()) {
            before = Optional.empty();
        }
        return found;
    }

    /** The same application, or the one that has its mails now. */
    private Optional<ApplicationRow> again(ApplicationRow row, ApplicationsSnapshot now) {
        return now.find(row.id()).or(() -> heir(row, now)).filter(same -> !listedOnly || rows.contains(same));
    }

    private static Optional<ApplicationRow> heir(ApplicationRow row, ApplicationsSnapshot now) {
        var mails = Set.copyOf(row.application().messageIds());
        return now.rows().stream()
                .filter(other -> other.application().messageIds().stream().anyMatch(mails::contains))
                .findFirst();
    }

    private Optional<ApplicationRow> neighbour(int place) {
        return place < 0 || rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(Math.min(place, rows.size() - 1)));
    }

    private Set<ApplicationId> ids() {
        return snapshot.rows().stream().map(ApplicationRow::id).collect(Collectors.toSet());
    }
}
