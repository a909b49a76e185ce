package io.countersign.shared.ui;

import io.countersign.shared.CpuTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.testfx.api.FxRobot;

/** What tests ask of large tables. */
public final class TableProbe {
    /**
     * Milliseconds of processor time that work may take from the JavaFX thread. The goal is one frame, 16 ms; this leaves room for
     * code that is not compiled yet and still finds work that does not belong there.
     */
    public static final double MOST_MS = 250;

    private TableProbe() {}

    public static <R> TableColumn<R, ?> column(TableView<R> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Milliseconds of processor time that the work takes from the JavaFX thread. */
    public static double timed(FxRobot robot, Runnable work) {
        var took = new AtomicReference<>(Duration.ZERO);
        robot.interact(() -> took.set(CpuTime.of(work)));
        return took.get().toNanos() / 1e6;
    }
}
