package io.countersign.shared.ui;

import java.util.ArrayList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** What tests ask of large tables. */
public final class TableProbe {
    /**
     * Milliseconds for which work may hold the JavaFX thread. The goal is one frame, 16 ms; this leaves room for a busy machine and
     * still finds work that does not belong there.
     */
    public static final double MOST_MS = 250;

    private TableProbe() {}

    public static <R> TableColumn<R, ?> column(TableView<R> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Milliseconds for which the work holds the JavaFX thread. */
    public static double timed(FxRobot robot, Runnable work) {
        var nanos = new ArrayList<Long>();
        robot.interact(() -> {
            long before = System.nanoTime();
            work.run();
            nanos.add(System.nanoTime() - before);
        });
        return nanos.getFirst() / 1e6;
    }
}
