package io.countersign.policy.ui;

import io.countersign.policy.Condition;
import io.countersign.policy.Policy;
import io.countersign.policy.ui.PoliciesReader.Everything;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.SnapshotList;
import io.countersign.shared.ui.WindowPorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;

/**
 * State of the policies screen and everything that a person can do on it. The list, the policy in the editor and what that
 * means for the mail each have a model of their own, which this one keeps in step. UI thread only.
 */
public final class PoliciesViewModel {
    private final PoliciesReader reader;
    private final WindowPorts ports;
    private final PolicyDrafts offers;
    private final NewestOnly reading;
    private final PolicyChanges changes;
    private final ClauseDrafts drafts = new ClauseDrafts();
    private final Shelf shelf = new Shelf(drafts);
    private final PolicyListViewModel list = new PolicyListViewModel(shelf);
    private final EditorViewModel editor;
    private final ConsequencesViewModel consequences;
    private final OpenPolicyViewModel chosen;
    private final FilesViewModel files;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper loadFailure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

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
        consequences = new ConsequencesViewModel(editor, reader, ports, pauses);
        chosen = new OpenPolicyViewModel(shelf, list, editor, consequences);
        files = new FilesViewModel(reader.desk(), ports, changes.changes());
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
        consequences.shown();
        for (var offer = offers.take(); offer.isPresent(); offer = offers.take()) {
            if (offer.get().simulated()) {
                tabProperty().set(Tab.SIMULATION);
            }
            begin(EditorDraft.of(offer.get().policy(), drafts), offer.get().origin(), false);
        }
    }

    /** The screen has gone out of sight. */
    void hidden() {
        consequences.hidden();
    }

    /** Puts a policy into the editor; what was there and is not saved is kept. */
    void select(long id) {
        if (!isSelected(id)) {
            files.leave();
            chosen.select(id);
        }
    }

    /** Chooses the row so many rows further on; stays within the list. */
    void moveBy(int steps) {
        if (!rows().isEmpty()) {
            int at = Math.clamp((long) selectedIndex() + steps, 0, rows().size() - 1);
            select(rows().get(at).id());
        }
    }

    /** Begins a policy from nothing. */
    void beginNew() {
        begin(EditorDraft.of(PolicyDrafts.named("", new Condition.All(List.of())), drafts), "", true);
    }

    /** Begins a policy that is like the chosen one. */
    void duplicate() {
        editor.draftProperty()
                .get()
                .ifPresent(shown ->
                        begin(shown.copy(ports.texts().get("policies.copy.name", shown.name()), drafts), "", false));
    }

    /** Saves what is in the editor; does nothing while it is incomplete. */
    void save() {
        var id = selectedProperty().get().orElse(0L);
        editor.complete()
                .filter(_ -> editor.changedProperty().get() || id < 0)
                .ifPresent(policy -> changes.save(policy, saved -> chosen.saved(id, saved)));
    }

    /** Drops what is not saved of the chosen policy, with a way back. */
    void discard() {
        selectedProperty().get().ifPresent(id -> {
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
                                    chosen.drop(row.id());
                                    show(list.neighbour(row.id()));
                                    changes.remove(stored);
                                },
                                () -> dropNew(row.id())));
    }

    /** Moves the chosen policy so many places; {@code by} below 0 is towards the first. */
    void shift(int by) {
        selectedRow().filter(row -> !row.isNew()).ifPresent(row -> place(row.id(), row.place() - 1 + by));
    }

    /** Lets a policy be tried at this place, from 0; does nothing when it is there. */
    void place(long id, int index) {
        list.move(id, index).ifPresent(move -> changes.reorder(move.before(), move.after(), move.name()));
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
            chosen.takeStored();
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
        chosen.takeStored();
    }

    /** Where the chosen policy was changed elsewhere: what was written here is to be saved all the same. */
    void keepMine() {
        chosen.keepMine();
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
        return consequences.matches();
    }

    SimulationViewModel simulation() {
        return consequences.simulation();
    }

    MailsViewModel mails() {
        return consequences.mails();
    }

    VersionsViewModel versions() {
        return consequences.versions();
    }

    FilesViewModel files() {
        return files;
    }

    SnapshotList<PolicyRow> rows() {
        return list.rows();
    }

    /** What narrows the list. */
    StringProperty filterProperty() {
        return list.filterProperty();
    }

    ObjectProperty<Tab> tabProperty() {
        return consequences.tabProperty();
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
        return chosen.selectedProperty();
    }

    /** What is stored now, where the draft in the editor began with something else. */
    ReadOnlyObjectProperty<Optional<Policy>> conflictProperty() {
        return chosen.conflictProperty();
    }

    /** Where the new policy in the editor comes from; empty for nothing to say. */
    ReadOnlyStringProperty originProperty() {
        return chosen.originProperty();
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
        return list.emptyProperty();
    }

    Optional<PolicyRow> selectedRow() {
        return selectedProperty().get().flatMap(list::row);
    }

    /** Where the row in the editor stands in the list; -1 when it does not. */
    int selectedIndex() {
        return selectedRow().map(rows()::indexOf).orElse(-1);
    }

    boolean isSelected(long id) {
        return chosen.isSelected(id);
    }

    /** The name of a stored policy; empty when it is gone. */
    Optional<String> nameOf(long policyId) {
        return list.stored(policyId).map(Policy::name);
    }

    private void begin(EditorDraft draft, String from, boolean untouched) {
        long id = chosen.begin(draft, from, untouched);
        filterProperty().set("");
        select(id);
        open.set(true);
    }

    private void dropNew(long id) {
        var texts = ports.texts();
        var dropped = chosen.drop(id);
        show(list.neighbour(id));
        dropped.filter(entry -> !entry.untouched())
                .ifPresent(entry -> ports.toasts()
                        .show(
                                texts.get("policies.done.dropped"),
                                texts.get("change.undo"),
                                () -> begin(entry.draft(), chosen.originOf(id), false)));
        list.arrange();
    }

    private void show(Optional<Long> next) {
        next.ifPresentOrElse(this::select, () -> {
            chosen.unselect();
            open.set(false);
        });
    }

    private void show(Everything read) {
        list.take(read);
        loadFailure.set("");
        loaded.set(true);
        shelf.follow(list.stored());
        if (chosen.isRemoved()) {
            show(chosen.leaveRemoved());
        } else {
            chosen.follow();
        }
        list.arrange();
        if (selectedProperty().get().isEmpty()
                && !rows().isEmpty()
                && shelf.begun().isEmpty()) {
            select(rows().getFirst().id());
        }
    }
}
