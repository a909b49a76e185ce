package io.countersign.app.shell;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/**
 * Keeps how the person arranged tables: widths of columns in pixels under the column's id, and the order of sorting under
 * {@code sort.ID} as 1, 2, ... (negative: falling). For the JavaFX thread.
 */
public final class TableMemory {
    private static final String SORT = "sort.";

    private final Map<String, Double> known;
    private final Set<TableView<?>> tables = new LinkedHashSet<>();

    /** Begins with what {@link #arrangement} gave before. */
    public TableMemory(Map<String, Double> remembered) {
        known = new HashMap<>(remembered);
    }

    /**
     * Arranges the tables below {@code view} as they were left, once the view has its size; a table is arranged once, when
     * it first shows. Does nothing outside a scene.
     */
    public void restore(Parent view) {
        var scene = view.getScene();
        if (scene != null) {
            new AfterLayout(scene, () -> arrange(view)).await();
        }
    }

    /** Runs something once, behind the next layout of a scene: before it, a table would share out a width it does not have. */
    private record AfterLayout(Scene scene, Runnable action) implements Runnable {
        void await() {
            scene.addPostLayoutPulseListener(this);
        }

        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            action.run();
        }
    }

    private void arrange(Parent view) {
        for (var node : view.lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && tables.add(table)) {
                widths(table);
                sort(table);
            }
        }
    }

    private <T> void widths(TableView<T> table) {
        for (var column : table.getColumns()) {
            var width = known.get(column.getId());
            if (width != null && column.isVisible()) {
                table.resizeColumn(column, width - column.getWidth());
            }
        }
    }

    private <T> void sort(TableView<T> table) {
        var sorted = table.getColumns().stream()
                .filter(column -> known.containsKey(SORT + column.getId()))
                .sorted((a, b) -> Double.compare(Math.abs(rank(a)), Math.abs(rank(b))))
                .toList();
        if (!sorted.isEmpty()) {
            sorted.forEach(column -> column.setSortType(rank(column) < 0 ? SortType.DESCENDING : SortType.ASCENDING));
            table.getSortOrder().setAll(sorted);
        }
    }

    private double rank(TableColumn<?, ?> column) {
        return known.getOrDefault(SORT + column.getId(), 0.0);
    }

    /** How all tables are arranged now, those that were not shown as before. */
    public Map<String, Double> arrangement() {
        var now = new HashMap<>(known);
        for (var table : tables) {
            for (var column : table.getColumns()) {
                if (column.getId() != null) {
                    now.put(column.getId(), column.getWidth());
                    now.remove(SORT + column.getId());
                }
            }
            int place = 1;
            for (var column : table.getSortOrder()) {
                boolean falling = column.getSortType() == SortType.DESCENDING;
                now.put(SORT + column.getId(), (double) (falling ? -place : place));
                place++;
            }
        }
        return now;
    }
}
