package io.countersign.policy.ui;

import io.countersign.policy.ImportPreview;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyParse;
import io.countersign.shared.WholeFile;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.WindowPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Policies out of files and into them. A file is read in whole, after a look at what it would change, or not at all. UI thread only. */
final class FilesViewModel {
    private static final PolicyJson JSON = new PolicyJson();
    private static final int LONGEST_NAME = 60;

    private final PolicyDesk desk;
    private final WindowPorts ports;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<ImportState> state = new ReadOnlyObjectWrapper<>(new ImportState.None());

    FilesViewModel(PolicyDesk desk, WindowPorts ports, Changes changes) {
        this.desk = desk;
        this.ports = ports;
        this.changes = changes;
    }

    /** Asks for a file and shows what it would change. */
    void chooseFile() {
        ports.files().openFiles(ports.texts().get("policies.import.title")).stream()
                .findFirst()
                .ifPresent(this::preview);
    }

    /** Shows what a file would change. */
    void preview(Path file) {
        var name = String.valueOf(file.getFileName());
        state.set(new ImportState.Reading(name));
        ports.tasks()
                .run(
                        "policies.import.reading",
                        _ -> read(file, name),
                        state::set,
                        _ -> state.set(new ImportState.None()));
    }

    private ImportState read(Path file, String name) {
        return switch (JSON.parse(file)) {
            case PolicyParse.Parsed(var policies) -> new ImportState.Previewed(name, desk.preview(policies));
            case PolicyParse.Refused(var problems) -> new ImportState.Refused(name, problems);
        };
    }

    /** Leaves everything as it is. */
    void leave() {
        state.set(new ImportState.None());
    }

    /** Does what was shown, all or nothing. */
    void apply() {
        if (state.get() instanceof ImportState.Previewed(var _, var preview)) {
            int changing = (int) preview.entries().stream()
                    .filter(ImportState.Previewed::changes)
                    .count();
            state.set(new ImportState.None());
            changes.make(
                    "policies.import.applying",
                    () -> applied(preview),
                    this::takeBack,
                    ports.texts()
                            .get(
                                    "policies.done.imported",
                                    changing,
                                    ports.formats().number(changing)));
        }
    }

    /** What an import did: what it added, and what was there before of what it changed. */
    private record Applied(List<Long> added, List<Policy> before) {}

    private Applied applied(ImportPreview preview) {
        var known = desk.all().stream().map(Policy::id).collect(Collectors.toSet());
        var before = preview.entries().stream()
                .filter(entry -> !entry.changed().isEmpty())
                .flatMap(entry -> entry.stored().stream())
                .toList();
        desk.apply(preview);
        var added = new ArrayList<>(desk.all().stream().map(Policy::id).toList());
        added.removeAll(known);
        return new Applied(List.copyOf(added), before);
    }

    private void takeBack(Applied applied) {
        applied.added().forEach(desk::remove);
        applied.before().forEach(policy -> desk.restore(policy.id(), policy.version()));
    }

    /** Asks for a file and writes these into it; all when there are none. */
    void export(Set<Long> ids, String name) {
        ports.files()
                .saveFile(ports.texts().get("policies.export.title"), fileName(name))
                .ifPresent(file -> ports.tasks()
                        .run(
                                "policies.exporting",
                                _ -> {
                                    var json = desk.export(ids);
                                    WholeFile.write(file, temporary -> Files.writeString(temporary, json));
                                    return String.valueOf(file.getFileName());
                                },
                                written -> ports.toasts().show(ports.texts().get("policies.done.exported", written))));
    }

    ReadOnlyObjectProperty<ImportState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Letters and digits of a name, so that it is a file name everywhere. */
    private static String fileName(String name) {
        var plain = name.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        var shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        var trimmed = shortened.replaceAll("^-|-$", "");
        return (trimmed.isEmpty() ? "policy" : trimmed) + ".json";
    }
}
