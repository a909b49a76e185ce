package io.countersign.shared.ui;

import java.util.List;
import javafx.collections.ObservableListBase;

/** A list that is replaced as a whole, whatever its size, at the cost of one change. UI thread only. */
public final class SnapshotList<E> extends ObservableListBase<E> {
    private List<E> rows = List.of();

    /** Shows these rows from now on. */
    public void replace(List<E> next) {
        var before = rows;
        beginChange();
        rows = List.copyOf(next);
        nextReplace(0, rows.size(), before);
        endChange();
    }

    @Override
    public E get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
