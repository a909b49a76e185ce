package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.ui.Changes;
import io.countersign.shared.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Charges that may have been made twice, and what the person says about them. UI thread only. */
final class DuplicatesViewModel {
    private final MoneyDesk desk;
    private final Changes changes;
    private final Texts texts;
    private final ObservableList<DuplicatePair> pairs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<DuplicatePair>> current = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty answered = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper closed = new ReadOnlyIntegerWrapper();
    private List<DuplicatePair> all = List.of();

    DuplicatesViewModel(MoneyDesk desk, Changes changes, Texts texts) {
        this.desk = desk;
        this.changes = changes;
        this.texts = texts;
        answered.subscribe((_, _) -> arrange());
    }

    /** Shows what was read; keeps the place. */
    void show(List<DuplicatePair> read) {
        all = read;
        open.set((int) read.stream().filter(pair -> pair.answer().isEmpty()).count());
        closed.set(read.size() - open.get());
        arrange();
    }

    /** Says what the current pair is; the next one is current at once. */
    void answer(boolean duplicate) {
        current.get().ifPresent(pair -> {
            var before = pair.answer();
            show(all.stream()
                    .map(each -> isSame(each, pair) ? withAnswer(each, duplicate) : each)
                    .toList());
            changes.make(
                    "money.answering",
                    () -> {
                        desk.answer(pair, duplicate);
                        return pair;
                    },
                    answeredPair -> before.ifPresentOrElse(
                            was -> desk.answer(answeredPair, was), () -> desk.forget(answeredPair)),
                    texts.get(
                            duplicate ? "money.answered.duplicate" : "money.answered.distinct",
                            pair.later().merchant()));
        });
    }

    /** Forgets what was said about the current pair, so that it is asked again. */
    void reopen() {
        current.get().filter(pair -> pair.answer().isPresent()).ifPresent(pair -> {
            boolean was = pair.answer().orElseThrow();
            changes.make(
                    "money.answering",
                    () -> {
                        desk.forget(pair);
                        return pair;
                    },
                    forgotten -> desk.answer(forgotten, was),
                    texts.get("money.answer.forgotten", pair.later().merchant()));
        });
    }

    /** Goes so many pairs on; stays within the list. */
    void moveBy(int steps) {
        if (!pairs.isEmpty()) {
            int at = current.get().map(pairs::indexOf).orElse(-1);
            current.set(Optional.of(pairs.get(Math.clamp(at + steps, 0, pairs.size() - 1))));
        }
    }

    /** Those that are shown. */
    ObservableList<DuplicatePair> pairs() {
        return pairs;
    }

    ObjectProperty<Optional<DuplicatePair>> currentProperty() {
        return current;
    }

    /** False: those that wait for an answer are shown; true: those that have one. */
    BooleanProperty answeredProperty() {
        return answered;
    }

    /** How many wait for an answer. */
    ReadOnlyIntegerProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** How many have one. */
    ReadOnlyIntegerProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    private void arrange() {
        var before = current.get();
        int at = before.map(pairs::indexOf).orElse(0);
        var shown = all.stream()
                .filter(pair -> pair.answer().isPresent() == answered.get())
                .toList();
        if (!shown.equals(pairs)) {
            pairs.setAll(shown);
        }
        var same = before.flatMap(
                pair -> shown.stream().filter(each -> isSame(each, pair)).findFirst());
        current.set(same.or(() ->
                shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(Math.clamp(at, 0, shown.size() - 1)))));
    }

    private static boolean isSame(DuplicatePair one, DuplicatePair other) {
        return one.earlier().id().equals(other.earlier().id())
                && one.later().id().equals(other.later().id());
    }

    private static DuplicatePair withAnswer(DuplicatePair pair, boolean duplicate) {
        return new DuplicatePair(
                pair.earlier(),
                pair.later(),
                pair.daysApart(),
                pair.reasons(),
                pair.suspicion(),
                Optional.of(duplicate));
    }
}
