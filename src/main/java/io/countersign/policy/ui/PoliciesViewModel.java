package io.countersign.policy.ui;

import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.ui.PoliciesReader.Everything;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.text.TextFold;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.WindowPorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** State of the policies screen: the list, which of them is in the editor, and what is not saved yet. UI thread only. */
public final class PoliciesViewModel {
    private final PoliciesReader reader;
    private final WindowPorts ports;
    private final PolicyDrafts offers;
    private final NewestOnly reading;
    private final PolicyChanges changes;
    private final ClauseDrafts drafts = new ClauseDrafts();
    private final Shelf shelf = new Shelf(drafts);
    private final EditorViewModel editor;
    private final MatchesViewModel matches;
    private final SimulationViewModel simulation;
    private final MailsViewModel mails;
    private final VersionsViewModel versions;
    private final FilesViewModel files;
    private final SnapshotList<PolicyRow> rows = new SnapshotList<>();
    private final Map<Long, String> origins = new HashMap<>();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.MATCHES);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<Long>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Policy>> conflict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper loadFailure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private Everything everything = new Everything(List.of(), Map.of());
    private boolean showing;

    /** What is below the condition. */
    enum Tab {
        MATCHES,
        SIMULATION,
        VERSIONS
    }

    /** {@code pauses} gives what is waited for while a person types. */
    public PoliciesViewModel(PoliciesReader reader, WindowPorts ports, PolicyDrafts offers, Pauses pauses) {
        this.reader = reader;
        this.ports = ports;
        this.offers = offers;
        reading = new NewestOnly(ports.tasks());
        changes = new PolicyChanges(reader.desk(), ports, this::load);
        var texts = ports.texts();
        editor = new EditorViewModel(
                reader,
                drafts,
                ports.tasks(),
                new Analysis.Sentences(
                        texts.get("policies.problem.name"),
                        texts.get("policies.problem.name.long"),
                        texts.get("policies.problem.reason.long")));
        matches = new MatchesViewModel(reader, ports, pauses.counting().get());
        simulation = new SimulationViewModel(reader, ports, pauses.simulating().get());
        mails = new MailsViewModel(reader, ports);
        versions = new VersionsViewModel(reader, ports);
        files = new FilesViewModel(reader.desk(), ports, changes.changes());
        editor.draftProperty().subscribe(this::edited);
        editor.analysisProperty().subscribe(this::analysed);
        matches.stateProperty().subscribe(this::matched);
        tab.subscribe(now -> turn(now));
        filter.subscribe((_, _) -> arrange());
    }

    /** How long to wait for a person who types, before mail is counted and before a simulation begins. */
    public record Pauses(Supplier<Pause> counting, Supplier<Pause> simulating) {
        /** As long as typing takes. */
        public static Pauses typing() {
            return new Pauses(
                    () -> Pause.of(javafx.util.Duration.millis(120)), () -> Pause.of(javafx.util.Duration.millis(600)));
        }

        /** Not at all. */
        static Pauses none() {
            return new Pauses(Pause::none, Pause::none);
        }
    }

    /** Reads all policies anew; keeps what is chosen and what is not saved. */
    public void load() {
        reading.ask("policies.loading", _ -> reader.read(), this::show, why -> {
            loaded.set(true);
            loadFailure.set(ports.texts().of(why));
        });
    }

    /** The screen has come into sight: reads anew, counts anew, and takes up what other views offered. */
    void shown() {
        load();
        matches.prepare();
        matches.again();
        simulation.watch(tab.get() == Tab.SIMULATION);
        for (var offer = offers.take(); offer.isPresent(); offer = offers.take()) {
            begin(offer.get().policy(), offer.get().origin(), false);
        }
    }

    /** The screen has gone out of sight. */
    void hidden() {
        simulation.watch(false);
    }

    /** Puts a policy into the editor; what was there and is not saved is kept. */
    void select(long id) {
        if (selected.get().filter(now -> now == id).isEmpty()) {
            files.leave();
            leaveUntouched(id);
            selected.set(Optional.of(id));
            openInEditor(id);
            arrange();
        }
    }

    /** Chooses the row so many rows further on; stays within the list. */
    void moveBy(int steps) {
        if (!rows.isEmpty()) {
            select(rows.get(Math.clamp((long) selectedIndex() + steps, 0, rows.size() - 1))
                    .id());
        }
    }

    /** Begins a policy from nothing. */
    void beginNew() {
        begin(PolicyDrafts.named("", new Condition.All(List.of())), "", true);
    }

    /** Begins a policy that is like the chosen one. */
    void duplicate() {
        editor.draftProperty().get().ifPresent(shown -> {
            var copy = EditorDraft.of(
                            PolicyDrafts.named(
                                    ports.texts().get("policies.copy.name", shown.name()),
                                    new Condition.All(List.of())),
                            drafts)
                    .withReason(shown.reason())
                    .withAction(shown.action())
                    .withThreshold(shown.threshold())
                    .withIncludeProtected(shown.includeProtected())
                    .withTree(drafts.copy(shown.tree()));
            begin(copy, "", false);
        });
    }

    /** Saves what is in the editor; does nothing while it is incomplete. */
    void save() {
        var id = selected.get().orElse(0L);
        editor.complete()
                .filter(_ -> editor.changedProperty().get() || id < 0)
                .ifPresent(policy -> changes.save(policy, saved -> saved(id, saved)));
    }

    /** Drops what is not saved of the chosen policy, with a way back. */
    void discard() {
        selected.get().ifPresent(id -> {
            if (id > 0) {
                editor.revert();
            } else {
                dropNew(id);
            }
        });
    }

    /** Switches a policy on or off. */
    void enable(PolicyRow row, boolean enabled) {
        if (row.isNew()) {
            if (isSelected(row.id())) {
                editor.setEnabled(enabled);
            }
        } else {
            changes.enable(row.stored().orElseThrow(), enabled);
        }
    }

    /** Takes a policy away, with a way back; a new one is dropped. */
    void delete() {
        selectedRow()
                .ifPresent(row -> row.stored()
                        .ifPresentOrElse(
                                stored -> {
                                    shelf.drop(row.id());
                                    editor.close();
                                    neighbour(row.id()).ifPresentOrElse(this::select, this::unselect);
                                    changes.remove(stored);
                                },
                                () -> dropNew(row.id())));
    }

    /** Moves the chosen policy so many places; {@code by} below 0 is towards the first. */
    void shift(int by) {
        selectedRow().flatMap(PolicyRow::stored).ifPresent(stored -> {
            int from = everything.policies().indexOf(stored);
            place(
                    stored.id(),
                    Math.clamp((long) from + by, 0, everything.policies().size() - 1));
        });
    }

    /** Lets a policy be tried at this place, from 0. */
    void place(long id, int index) {
        var before = everything.policies().stream().map(Policy::id).toList();
        int from = before.indexOf(id);
        if (from < 0 || from == index) {
            return;
        }
        var after = new ArrayList<>(before);
        after.remove(from);
        after.add(Math.clamp(index, 0, after.size()), id);
        var moved = everything.policies().get(from);
        var byId = new LinkedHashMap<Long, Policy>();
        everything.policies().forEach(policy -> byId.put(policy.id(), policy));
        everything = new Everything(
                after.stream()
                        .flatMap(each -> Optional.ofNullable(byId.get(each)).stream())
                        .toList(),
                everything.quality());
        arrange();
        changes.reorder(before, after, moved.name());
    }

    /** Makes an earlier state the newest; asks where that would drop what is not saved. */
    void restore(VersionRow row) {
        var texts = ports.texts();
        boolean agreed = !editor.changedProperty().get()
                || ports.dialogs()
                        .confirm(
                                texts.get("policies.restore.ask"),
                                texts.get("policies.restore.ask.message"),
                                texts.get("policies.restore.ask.yes"));
        selectedRow().flatMap(PolicyRow::stored).filter(_ -> agreed).ifPresent(stored -> {
            shelf.drop(stored.id());
            openInEditor(stored.id());
            changes.restore(stored, row.version().version());
        });
    }

    /** Writes the chosen policy into a file. */
    void exportChosen() {
        selectedRow().flatMap(PolicyRow::stored).ifPresent(stored -> files.export(Set.of(stored.id()), stored.name()));
    }

    /** Writes all policies into a file. */
    void exportAll() {
        files.export(Set.of(), "policies");
    }

    /** Where the chosen policy was changed elsewhere: takes what is stored in place of what was written here. */
    void takeStored() {
        selected.get().ifPresent(id -> {
            shelf.drop(id);
            openInEditor(id);
            arrange();
        });
    }

    /** Where the chosen policy was changed elsewhere: what was written here is to be saved all the same. */
    void keepMine() {
        selected.get().ifPresent(id -> {
            shelf.insist(id);
            openInEditor(id);
        });
    }

    /** Takes the newest change back: of the draft first, then of what was stored. */
    void undo() {
        if (editor.undoableProperty().get()) {
            editor.undo();
        } else {
            changes.undo();
        }
    }

    EditorViewModel editor() {
        return editor;
    }

    MatchesViewModel matches() {
        return matches;
    }

    SimulationViewModel simulation() {
        return simulation;
    }

    MailsViewModel mails() {
        return mails;
    }

    VersionsViewModel versions() {
        return versions;
    }

    FilesViewModel files() {
        return files;
    }

    SnapshotList<PolicyRow> rows() {
        return rows;
    }

    /** What narrows the list. */
    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** True while the editor takes the place of the list where there is no room for both. */
    BooleanProperty openProperty() {
        return open;
    }

    /** True where there is room for the editor beside the list. */
    BooleanProperty roomyProperty() {
        return roomy;
    }

    /** The id of the row in the editor. */
    ReadOnlyObjectProperty<Optional<Long>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is stored now, where the draft in the editor began with something else. */
    ReadOnlyObjectProperty<Optional<Policy>> conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Where the new policy in the editor comes from; empty for nothing to say. */
    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** Why nothing could be read; empty when it could. */
    ReadOnlyStringProperty loadFailureProperty() {
        return loadFailure.getReadOnlyProperty();
    }

    /** False until something was read, or could not be. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** True while there is no policy at all, whatever the filter. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    Optional<PolicyRow> selectedRow() {
        return selected.get().flatMap(this::row);
    }

    boolean isSelected(long id) {
        return selected.get().filter(now -> now == id).isPresent();
    }

    /** The name of a stored policy; empty when it is gone. */
    Optional<String> nameOf(long policyId) {
        return stored(policyId).map(Policy::name);
    }

    private void begin(Policy policy, String from, boolean untouched) {
        begin(EditorDraft.of(policy, drafts), from, untouched);
    }

    private void begin(EditorDraft draft, String from, boolean untouched) {
        long id = shelf.begin(draft, untouched);
        if (!from.isEmpty()) {
            origins.put(id, from);
        }
        filter.set("");
        select(id);
        open.set(true);
    }

    private void dropNew(long id) {
        var dropped = shelf.find(id);
        shelf.drop(id);
        editor.close();
        neighbour(id).ifPresentOrElse(this::select, this::unselect);
        dropped.filter(entry -> !entry.untouched())
                .ifPresent(entry -> ports.toasts()
                        .show(
                                ports.texts().get("policies.done.dropped"),
                                ports.texts().get("change.undo"),
                                () -> begin(entry.draft(), origins.getOrDefault(id, ""), false)));
        arrange();
    }

    private void unselect() {
        selected.set(Optional.empty());
        editor.close();
        open.set(false);
        arrange();
    }

    private void leaveUntouched(long next) {
        selected.get()
                .filter(now -> now != next)
                .filter(now -> shelf.find(now).filter(Shelf.Entry::untouched).isPresent())
                .ifPresent(shelf::drop);
    }

    private void saved(long before, Policy saved) {
        shelf.drop(before);
        origins.remove(before);
        if (isSelected(before)) {
            var base = EditorDraft.of(saved, drafts);
            selected.set(Optional.of(saved.id()));
            var shown = editor.draftProperty().get().orElse(base);
            // Whoever goes on typing while it is saved keeps what was typed.
            boolean same = shown.saysTheSameAs(base);
            editor.open(base, same ? base : shown.inPlaceOf(saved));
            origin.set("");
        }
    }

    private void show(Everything read) {
        everything = read;
        loadFailure.set("");
        loaded.set(true);
        var byId = new LinkedHashMap<Long, Policy>();
        read.policies().forEach(policy -> byId.put(policy.id(), policy));
        shelf.follow(byId);
        selected.get().ifPresent(this::readAgain);
        arrange();
        if (selected.get().isEmpty() && !rows.isEmpty() && shelf.begun().isEmpty()) {
            select(rows.getFirst().id());
        }
    }

    /** The chosen policy as it is stored now, under what is written in the editor. */
    private void readAgain(long id) {
        if (id > 0 && stored(id).isEmpty()) {
            var heir = shelf.begun().stream()
                    .findFirst()
                    .filter(_ -> editor.changedProperty().get());
            editor.close();
            heir.or(() -> everything.policies().stream().findFirst().map(Policy::id))
                    .ifPresentOrElse(this::select, this::unselect);
            return;
        }
        conflict.set(shelf.conflict(id));
        versions.show(id);
        if (id > 0 && conflict.get().isEmpty()) {
            var base = EditorDraft.of(stored(id).orElseThrow(), drafts);
            var kept = shelf.find(id).map(Shelf.Entry::draft);
            var shown = editor.draftProperty().get();
            if (kept.isPresent()) {
                editor.rebase(base, kept.get());
            } else if (shown.filter(base::saysTheSameAs).isPresent()) {
                editor.rebase(base, shown.get().inPlaceOf(stored(id).orElseThrow()));
            } else {
                editor.open(base, base);
            }
        }
    }

    private void openInEditor(long id) {
        showing = true;
        var kept = shelf.find(id);
        var base = stored(id).map(policy -> EditorDraft.of(policy, drafts)).or(() -> kept.map(Shelf.Entry::base));
        conflict.set(shelf.conflict(id));
        origin.set(origins.getOrDefault(id, ""));
        mails.show(List.of());
        matches.clear();
        simulation.show(Optional.empty());
        versions.show(id);
        base.ifPresentOrElse(
                stored -> editor.open(stored, kept.map(Shelf.Entry::draft).orElse(stored)), editor::close);
        if (tab.get() == Tab.VERSIONS && id < 0) {
            tab.set(Tab.MATCHES);
        }
        showing = false;
    }

    /** Keeps what is written, at once: nothing is lost whatever happens next. */
    private void edited(Optional<EditorDraft> shown) {
        var id = selected.get();
        if (showing || shown.isEmpty() || id.isEmpty()) {
            return;
        }
        var base = stored(id.get())
                .filter(_ -> shelf.conflict(id.get()).isEmpty())
                .map(policy -> EditorDraft.of(policy, drafts))
                .or(() -> shelf.find(id.get()).map(Shelf.Entry::base));
        base.ifPresent(stored -> shelf.keep(id.get(), stored, shown.get()));
        refreshRow(id.get());
    }

    private void analysed(Optional<Analysis> seen) {
        simulation.show(editor.complete());
        seen.ifPresentOrElse(
                analysis -> {
                    if (analysis.reading() instanceof ConditionReading.Good(Condition condition, var _, var _)) {
                        matches.show(condition);
                    }
                },
                matches::clear);
    }

    private void matched(MatchState state) {
        boolean looking = tab.get() == Tab.MATCHES;
        switch (state) {
            case MatchState.Counted(var preview) when looking -> mails.show(preview.newest());
            case MatchState.CountingOn(var soFar) when looking -> mails.show(soFar.newest());
            case MatchState.None _ -> mails.show(List.of());
            default -> {}
        }
    }

    private void turn(Tab now) {
        simulation.watch(now == Tab.SIMULATION);
        mails.show(List.of());
        matched(matches.stateProperty().get());
    }

    private void arrange() {
        var all = new ArrayList<PolicyRow>();
        shelf.begun()
                .forEach(id ->
                        shelf.find(id).map(entry -> row(id, entry.draft())).ifPresent(all::add));
        for (int i = 0; i < everything.policies().size(); i++) {
            all.add(row(everything.policies().get(i), i + 1));
        }
        empty.set(all.isEmpty());
        var wanted = TextFold.fold(filter.get().strip());
        var kept = wanted.isEmpty()
                ? all
                : all.stream().filter(row -> matches(row, wanted)).toList();
        if (!kept.equals(List.copyOf(rows))) {
            rows.replace(kept);
        }
    }

    private static boolean matches(PolicyRow row, String wanted) {
        return TextFold.fold(row.name() + "\n"
                        + String.join(" ", row.action().params().values()))
                .contains(wanted);
    }

    private void refreshRow(long id) {
        var before = row(id);
        var now = id < 0
                ? shelf.find(id).map(entry -> row(id, entry.draft()))
                : stored(id)
                        .map(policy -> row(policy, before.map(PolicyRow::place).orElse(0)));
        if (!now.equals(before)) {
            arrange();
        }
    }

    private PolicyRow row(long id, EditorDraft draft) {
        return new PolicyRow(
                id, draft.name(), draft.enabled(), Optional.empty(), draft.action(), Optional.empty(), 0, true);
    }

    private PolicyRow row(Policy policy, int place) {
        var draft = shelf.find(policy.id()).map(Shelf.Entry::draft);
        return new PolicyRow(
                policy.id(),
                draft.map(EditorDraft::name).filter(name -> !name.isBlank()).orElse(policy.name()),
                policy.enabled(),
                Optional.of(policy),
                draft.map(EditorDraft::action).orElseGet(() -> ActionDraft.of(policy.action())),
                Optional.ofNullable(everything.quality().get(policy.id())),
                place,
                draft.isPresent());
    }

    private Optional<PolicyRow> row(long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    int selectedIndex() {
        return selectedRow().map(rows::indexOf).orElse(-1);
    }

    private Optional<Long> neighbour(long id) {
        int at = row(id).map(rows::indexOf).orElse(-1);
        return at < 0 || rows.size() < 2
                ? Optional.empty()
                : Optional.of(rows.get(at + 1 < rows.size() ? at + 1 : at - 1).id());
    }

    private Optional<Policy> stored(long id) {
        @Nullable Policy found = null;
        for (var policy : everything.policies()) {
            if (policy.id() == id) {
                found = policy;
            }
        }
        return Optional.ofNullable(found);
    }
}
