package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Where the person is in the list and what they marked. Stops at proposals and at headers of collapsed groups. UI thread only. */
final class TrayCursor {
    private final TrayLines lines;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable TrayLine> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper moves = new ReadOnlyIntegerWrapper();
    private final Set<Long> marks = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper markChanges = new ReadOnlyIntegerWrapper();
    private int anchor = -1;

    TrayCursor(TrayLines lines) {
        this.lines = lines;
    }

    /** The line it is on; -1 for none. */
    ReadOnlyIntegerProperty index() {
        return index.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable TrayLine> current() {
        return current.getReadOnlyProperty();
    }

    /** Grows whenever it was placed, be it on the line where it was: the list around it may have changed. */
    ReadOnlyIntegerProperty moves() {
        return moves.getReadOnlyProperty();
    }

    /** How many rows are marked. */
    ReadOnlyIntegerProperty marked() {
        return marked.getReadOnlyProperty();
    }

    /** Grows whenever a mark is set or taken off. */
    ReadOnlyIntegerProperty markChanges() {
        return markChanges.getReadOnlyProperty();
    }

    boolean isMarked(long proposalId) {
        return marks.contains(proposalId);
    }

    /** Goes to that line, or to the nearest stop; nowhere when there is none. */
    void moveTo(int line) {
        anchor = -1;
        place(line);
    }

    /** Goes {@code steps} stops down, or up when negative. */
    void moveBy(int steps) {
        anchor = -1;
        stopsFrom(index.get(), steps).ifPresent(this::place);
    }

    /** Marks from where the person began to where they go. */
    void extendBy(int steps) {
        stopsFrom(index.get(), steps).ifPresent(this::extendTo);
    }

    /** Marks every row from where the person began to that line. */
    void extendTo(int line) {
        if (index.get() < 0) {
            moveTo(line);
            return;
        }
        anchor = anchor < 0 ? index.get() : anchor;
        int start = anchor;
        for (int i = Math.min(start, line); i <= Math.max(start, line); i++) {
            if (lines.get(i) instanceof TrayLine.Entry(var row)) {
                marks.add(row.id());
            }
        }
        place(line);
        anchor = start;
        marksChanged();
    }

    /** Marks the row at that line, or takes its mark off. */
    void toggle(int line) {
        if (line >= 0 && line < lines.size() && lines.get(line) instanceof TrayLine.Entry(var row)) {
            if (!marks.remove(row.id())) {
                marks.add(row.id());
            }
            marksChanged();
        }
    }

    /** Marks the whole group it is in; takes the marks off when all of it was marked. */
    void toggleGroup() {
        if (index.get() >= 0) {
            var ids = lines.rowsOfGroupAt(index.get()).stream()
                    .map(PendingRow::id)
                    .toList();
            if (marks.containsAll(ids)) {
                ids.forEach(marks::remove);
            } else {
                marks.addAll(ids);
            }
            marksChanged();
        }
    }

    void unmark(Collection<Long> ids) {
        ids.forEach(marks::remove);
        marksChanged();
    }

    void unmarkAll() {
        marks.clear();
        marksChanged();
    }

    /** What a decision concerns: the marked rows, else the row it is on, else the collapsed group it is on. */
    List<PendingRow> targets() {
        if (!marks.isEmpty()) {
            return lines.rows(row -> marks.contains(row.id()));
        }
        return switch (current.get()) {
            case TrayLine.Entry(var row) -> List.of(row);
            case TrayLine.Header _ -> lines.rowsOfGroupAt(index.get());
            case null -> List.of();
        };
    }

    /** Changes the list by {@code change}, which takes these rows away, and stands on the first row behind that stays. */
    void survive(Set<Long> leaving, Runnable change) {
        var next = survivor(leaving);
        change.run();
        marks.removeAll(leaving);
        marksChanged();
        anchor = -1;
        place(Math.max(0, lineOf(next)));
    }

    /** Finds its line again after the list changed around it. */
    void settle() {
        anchor = -1;
        place(Math.max(0, lineOf(current.get())));
    }

    private @Nullable TrayLine survivor(Set<Long> leaving) {
        int start = index.get();
        for (int i = Math.max(0, start); i < lines.size(); i++) {
            if (isStop(i) && stays(i, leaving)) {
                return lines.get(i);
            }
        }
        for (int i = Math.min(start, lines.size()) - 1; i >= 0; i--) {
            if (isStop(i) && stays(i, leaving)) {
                return lines.get(i);
            }
        }
        return null;
    }

    private boolean stays(int line, Set<Long> leaving) {
        return switch (lines.get(line)) {
            case TrayLine.Entry(var row) -> !leaving.contains(row.id());
            case TrayLine.Header _ -> !lines.rowsOfGroupAt(line).stream().allMatch(row -> leaving.contains(row.id()));
        };
    }

    private int lineOf(@Nullable TrayLine line) {
        return switch (line) {
            case TrayLine.Entry(var row) -> lines.indexOf(row.id());
            case TrayLine.Header header -> lines.indexOfHeader(header.key());
            case null -> -1;
        };
    }

    private void place(int line) {
        int stop = nearestStop(line);
        index.set(stop);
        current.set(stop < 0 ? null : lines.get(stop));
        moves.set(moves.get() + 1);
    }

    private int nearestStop(int line) {
        int wanted = Math.clamp(line, 0, Math.max(0, lines.size() - 1));
        for (int i = wanted; i < lines.size(); i++) {
            if (isStop(i)) {
                return i;
            }
        }
        for (int i = Math.min(wanted, lines.size()) - 1; i >= 0; i--) {
            if (isStop(i)) {
                return i;
            }
        }
        return -1;
    }

    private OptionalInt stopsFrom(int start, int steps) {
        int direction = steps < 0 ? -1 : 1;
        int left = Math.abs(steps);
        int last = -1;
        for (int i = start + direction; i >= 0 && i < lines.size() && left > 0; i += direction) {
            if (isStop(i)) {
                last = i;
                left--;
            }
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private boolean isStop(int line) {
        return switch (lines.get(line)) {
            case TrayLine.Entry _ -> true;
            case TrayLine.Header header -> header.collapsed();
        };
    }

    private void marksChanged() {
        marked.set(marks.size());
        markChanges.set(markChanges.get() + 1);
    }
}
