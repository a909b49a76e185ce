package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The policy in the editor: which it is, where it comes from, and whether it was changed elsewhere meanwhile. What is
 * written is kept on the shelf at once. UI thread only.
 */
final class OpenPolicyViewModel {
    private final ClauseDrafts drafts;
    private final Shelf shelf;
    private final PolicyListViewModel list;
    private final EditorViewModel editor;
    private final ConsequencesViewModel consequences;
    private final Map<Long, String> origins = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Long>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Policy>> conflict = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private boolean showing;

    OpenPolicyViewModel(
            Shelf shelf, PolicyListViewModel list, EditorViewModel editor, ConsequencesViewModel consequences) {
        this.drafts = editor.drafts();
        this.shelf = shelf;
        this.list = list;
        this.editor = editor;
        this.consequences = consequences;
        editor.draftProperty().subscribe(this::edited);
    }

    /** Puts a policy into the editor; what was there and is not saved is kept, unless nobody wrote into it. */
    void select(long id) {
        selected.get()
                .filter(now -> now != id)
                .filter(now -> shelf.find(now).filter(Shelf.Entry::untouched).isPresent())
                .ifPresent(shelf::drop);
        selected.set(Optional.of(id));
        open(id);
        list.arrange();
    }

    /** Leaves the editor empty. */
    void unselect() {
        selected.set(Optional.empty());
        editor.close();
        list.arrange();
    }

    /** A new policy, which is not in the editor yet; gives its id. */
    long begin(EditorDraft draft, String from, boolean untouched) {
        long id = shelf.begin(draft, untouched);
        if (!from.isEmpty()) {
            origins.put(id, from);
        }
        return id;
    }

    /** Drops what is not saved of a policy and closes the editor; gives what was dropped. */
    Optional<Shelf.Entry> drop(long id) {
        var dropped = shelf.find(id);
        shelf.drop(id);
        editor.close();
        return dropped;
    }

    /** What was under this id is stored; it stays in the editor where it was there. */
    void saved(long before, Policy saved) {
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

    /** True when it was stored and is not any more. */
    boolean isRemoved() {
        return selected.get().filter(id -> id > 0 && list.stored(id).isEmpty()).isPresent();
    }

    /** Closes the editor on a policy that was removed elsewhere; gives what comes next. */
    Optional<Long> leaveRemoved() {
        var heir = shelf.begun().stream()
                .findFirst()
                .filter(_ -> editor.changedProperty().get());
        editor.close();
        return heir.or(() -> list.stored().keySet().stream().findFirst());
    }

    /** What is stored was read anew: the policy as it is stored now comes under what is written in the editor. */
    void follow() {
        selected.get().ifPresent(id -> {
            conflict.set(shelf.conflict(id));
            consequences.versions().show(id);
            list.stored(id).filter(_ -> conflict.get().isEmpty()).ifPresent(this::rebase);
        });
    }

    /** Takes what is stored in place of what was written here. */
    void takeStored() {
        selected.get().ifPresent(id -> {
            shelf.drop(id);
            open(id);
            list.arrange();
        });
    }

    /** What was written here is to be saved in place of what is stored now. */
    void keepMine() {
        selected.get().ifPresent(id -> {
            shelf.insist(id);
            open(id);
        });
    }

    boolean isSelected(long id) {
        return selected.get().filter(now -> now == id).isPresent();
    }

    /** Where a new policy comes from; empty for nothing to say. */
    String originOf(long id) {
        return origins.getOrDefault(id, "");
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

    private void open(long id) {
        showing = true;
        var kept = shelf.find(id);
        var base = list.stored(id).map(policy -> EditorDraft.of(policy, drafts)).or(() -> kept.map(Shelf.Entry::base));
        conflict.set(shelf.conflict(id));
        origin.set(originOf(id));
        consequences.begin(id);
        base.ifPresentOrElse(
                stored -> editor.open(stored, kept.map(Shelf.Entry::draft).orElse(stored)), editor::close);
        showing = false;
    }

    private void rebase(Policy stored) {
        var base = EditorDraft.of(stored, drafts);
        var kept = shelf.find(stored.id()).map(Shelf.Entry::draft);
        var shown = editor.draftProperty().get();
        if (kept.isPresent()) {
            editor.rebase(base, kept.get());
        } else if (shown.filter(base::saysTheSameAs).isPresent()) {
            editor.rebase(base, shown.get().inPlaceOf(stored));
        } else {
            editor.open(base, base);
        }
    }

    /** Keeps what is written, at once: nothing is lost whatever happens next. */
    private void edited(Optional<EditorDraft> shown) {
        var id = selected.get();
        if (showing || shown.isEmpty() || id.isEmpty()) {
            return;
        }
        var base = list.stored(id.get())
                .filter(_ -> shelf.conflict(id.get()).isEmpty())
                .map(policy -> EditorDraft.of(policy, drafts))
                .or(() -> shelf.find(id.get()).map(Shelf.Entry::base));
        base.ifPresent(stored -> shelf.keep(id.get(), stored, shown.get()));
        list.refresh(id.get());
    }
}
