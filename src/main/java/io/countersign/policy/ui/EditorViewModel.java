package io.countersign.policy.ui;

import io.countersign.policy.Policy;
import io.countersign.policy.ui.ClauseDraft.Kind;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One policy being written: builder and JSON in step, what is wrong or odd about it, and the way back. UI thread only. */
final class EditorViewModel {
    private final PoliciesReader reader;
    private final Analysis.Sentences sentences;
    private final NewestOnly analysing;
    private final ClauseDrafts drafts;
    private final ClauseEdits edits;
    private final History history = new History();
    private final ReadOnlyObjectWrapper<Optional<EditorDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Analysis>> analysis = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private Optional<EditorDraft> base = Optional.empty();

    EditorViewModel(PoliciesReader reader, ClauseDrafts drafts, BackgroundTasks tasks, Analysis.Sentences sentences) {
        this.reader = reader;
        this.drafts = drafts;
        this.sentences = sentences;
        edits = new ClauseEdits(drafts);
        analysing = new NewestOnly(tasks);
    }

    /** Shows a draft; {@code stored} is what it would be without any change. */
    void open(EditorDraft stored, EditorDraft shown) {
        base = Optional.of(stored);
        history.clear();
        analysis.set(Optional.empty());
        show(shown);
    }

    /** Shows nothing. */
    void close() {
        base = Optional.empty();
        history.clear();
        analysing.forget();
        analysis.set(Optional.empty());
        draft.set(Optional.empty());
        remember();
    }

    /** What is stored was changed in a way that does not touch what the draft says. */
    void rebase(EditorDraft stored, EditorDraft shown) {
        base = Optional.of(stored);
        draft.get().ifPresent(_ -> show(shown));
    }

    void setName(String text) {
        change("name", draft -> draft.withName(text));
    }

    void setReason(String text) {
        change("reason", draft -> draft.withReason(text));
    }

    void setAction(String id) {
        change("action", draft -> draft.withAction(draft.action().withId(id)));
    }

    void setParam(String name, String value) {
        change("param." + name, draft -> draft.withAction(draft.action().with(name, value)));
    }

    /** 0..1 */
    void setThreshold(double threshold) {
        change("threshold", draft -> draft.withThreshold(threshold));
    }

    void setIncludeProtected(boolean include) {
        change("protected", draft -> draft.withIncludeProtected(include));
    }

    void setEnabled(boolean enabled) {
        change("enabled", draft -> draft.at(draft.place().withEnabled(enabled)));
    }

    /** The text beside the builder was typed. */
    void setJson(String text) {
        change("json", draft -> draft.withCondition(draft.condition().withJson(text)));
    }

    /** The builder's last state takes the place of a text that cannot be read. */
    void dropJson() {
        change("json.drop", draft -> draft.withCondition(ConditionDraft.of(draft.tree())));
    }

    /** Changes a comparison; {@code part} names what of it, so that typing is one step back. */
    void setLeaf(long key, String part, UnaryOperator<Leaf> change) {
        changeTree(
                "leaf." + key + "." + part,
                tree -> ClauseEdits.replace(
                        tree, key, clause -> clause instanceof Leaf leaf ? change.apply(leaf) : clause));
    }

    /** Adds a comparison to a group, or behind a clause; gives its key. */
    long addClause(long key) {
        var added = drafts.unfinished();
        changeTree("", tree -> edits.add(tree, key, added));
        return added.key();
    }

    /** Adds a group with a first comparison; gives the key of that. */
    long addGroup(long key) {
        var added = drafts.unfinished();
        changeTree("", tree -> edits.add(tree, key, drafts.group(Kind.ANY, List.of(added))));
        return added.key();
    }

    /** Adds a condition that must not hold; gives the key of what must not be. */
    long except(Leaf exception) {
        changeTree("", tree -> edits.require(tree, drafts.group(Kind.NOT, List.of(exception))));
        return exception.key();
    }

    void removeClause(long key) {
        changeTree("", tree -> edits.remove(tree, key));
    }

    void duplicateClause(long key) {
        changeTree("", tree -> edits.duplicate(tree, key));
    }

    void negateClause(long key) {
        changeTree("", tree -> edits.negate(tree, key));
    }

    void wrapClause(long key, Kind kind) {
        changeTree("", tree -> edits.wrap(tree, key, kind));
    }

    void regroup(long key, Kind kind) {
        changeTree("", tree -> edits.regroup(tree, key, kind));
    }

    /** {@code by} is -1 for up, 1 for down. */
    void moveClause(long key, int by) {
        changeTree("move." + key, tree -> edits.move(tree, key, by));
    }

    void undo() {
        draft.get().flatMap(history::back).ifPresent(this::show);
    }

    void redo() {
        draft.get().flatMap(history::forth).ifPresent(this::show);
    }

    /** Back to what is stored; this can be undone. */
    void revert() {
        base.ifPresent(stored -> change("", _ -> stored));
    }

    ClauseDrafts drafts() {
        return drafts;
    }

    /** Empty while nothing is shown. */
    ReadOnlyObjectProperty<Optional<EditorDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What can be said about the draft; of an earlier state of it for a moment, empty at first. */
    ReadOnlyObjectProperty<Optional<Analysis>> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    /** True while the draft says something else than what is stored. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** The policy as it would be saved; empty while it is incomplete, or what was typed last was not looked at yet. */
    Optional<Policy> complete() {
        return analysis.get()
                .filter(seen -> draft.get().filter(seen.of()::equals).isPresent())
                .flatMap(Analysis::policy);
    }

    private void changeTree(String step, UnaryOperator<ClauseDraft> edit) {
        change(step, before -> {
            // Where the text cannot be read, what the builder shows is not what is meant.
            var tree = before.inStep() ? edit.apply(before.tree()) : before.tree();
            return tree.equals(before.tree()) ? before : before.withCondition(ConditionDraft.of(tree));
        });
    }

    private void change(String step, UnaryOperator<EditorDraft> edit) {
        draft.get().ifPresent(before -> {
            var after = edit.apply(before);
            if (!after.equals(before)) {
                history.step(step, before);
                show(after);
            }
        });
    }

    private void show(EditorDraft shown) {
        draft.set(Optional.of(shown));
        remember();
        analyse(shown);
    }

    private void remember() {
        undoable.set(history.canGoBack());
        redoable.set(history.canGoForth());
        changed.set(draft.get()
                .filter(shown -> base.filter(shown::saysTheSameAs).isEmpty())
                .isPresent());
    }

    private void analyse(EditorDraft shown) {
        analysing.ask(
                "policies.analysing",
                _ -> Analysis.of(shown, drafts, reader.desk(), sentences),
                this::analysed,
                _ -> {});
    }

    private void analysed(Analysis seen) {
        var shown = draft.get().orElse(null);
        if (shown == null || shown.id() != seen.of().id()) {
            return;
        }
        boolean followed = !shown.inStep()
                && shown.json().equals(seen.of().json())
                && seen.reading() instanceof ConditionReading.Good;
        if (followed && seen.reading() instanceof ConditionReading.Good(var _, var tree, var _)) {
            var following = shown.withCondition(shown.condition().following(ClauseDrafts.aligned(shown.tree(), tree)));
            draft.set(Optional.of(following));
            remember();
            analysis.set(Optional.of(new Analysis(following, seen.reading(), seen.policy(), seen.findings())));
        } else {
            analysis.set(Optional.of(seen));
        }
    }
}
