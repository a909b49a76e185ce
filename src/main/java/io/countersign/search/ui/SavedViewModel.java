package io.countersign.search.ui;

import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.SavedSearch;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The searches that were kept under a name. UI thread only. */
final class SavedViewModel {
    private final SearchDesk desk;
    private final WindowPorts ports;
    private final NewestOnly reading;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<List<SavedSearch>> searches = new ReadOnlyObjectWrapper<>(List.of());

    SavedViewModel(SearchDesk desk, WindowPorts ports) {
        this.desk = desk;
        this.ports = ports;
        reading = new NewestOnly(ports.tasks());
        changes = new Changes(ports.tasks(), ports.toasts(), ports.texts(), this::load);
    }

    void load() {
        reading.ask("search.saved.reading", _ -> desk.saved(), searches::set, _ -> {});
    }

    /** Keeps what is looked for, what it is narrowed down to aside; one of that name is replaced. */
    void keep(String name, Asked asked) {
        var before = searches.get().stream()
                .filter(search -> search.name().equals(name))
                .findFirst();
        changes.make(
                "search.saving",
                () -> desk.save(name, asked.typed().strip(), asked.mode()),
                saved -> before.ifPresentOrElse(this::store, () -> desk.forget(saved.id())),
                ports.texts().get("search.saved.kept", name));
    }

    void forget(SavedSearch search) {
        changes.make(
                "search.forgetting",
                () -> {
                    desk.forget(search.id());
                    return search;
                },
                this::store,
                ports.texts().get("search.saved.forgotten", search.name()));
    }

    /** Takes the newest change back. */
    void undo() {
        changes.undo();
    }

    /** The kept search that this is. */
    Optional<SavedSearch> find(Asked asked) {
        return searches.get().stream()
                .filter(search -> search.query().equals(asked.typed().strip()) && search.mode() == asked.mode())
                .findFirst();
    }

    ReadOnlyObjectProperty<List<SavedSearch>> searchesProperty() {
        return searches.getReadOnlyProperty();
    }

    private void store(SavedSearch search) {
        desk.save(search.name(), search.query(), search.mode());
    }
}
