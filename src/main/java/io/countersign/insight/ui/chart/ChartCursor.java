package io.countersign.insight.ui.chart;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Where the person is among the points of a chart: arrow keys, Home and End move it, Enter and Space open what is there. */
final class ChartCursor {
    private static final int NOWHERE = -1;

    private final IntConsumer onMove;
    private final IntConsumer onOpen;
    private int size;
    private int at = NOWHERE;

    private ChartCursor(IntConsumer onMove, IntConsumer onOpen) {
        this.onMove = onMove;
        this.onOpen = onOpen;
    }

    /** Listens to the keys of a chart, which takes part in the order of focus from now on. */
    static ChartCursor of(Region chart, IntConsumer onMove, IntConsumer onOpen) {
        var cursor = new ChartCursor(onMove, onOpen);
        chart.setFocusTraversable(true);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, cursor::pressed);
        return cursor;
    }

    /** Begins anew, with so many points. */
    void reset(int points) {
        size = points;
        at = NOWHERE;
    }

    /** Its place; negative while it is nowhere. */
    int at() {
        return at;
    }

    /** Puts it on a point. */
    void moveTo(int point) {
        at = point;
        onMove.accept(point);
    }

    private void pressed(KeyEvent key) {
        if (size == 0) {
            return;
        }
        switch (key.getCode()) {
            case KeyCode.RIGHT, KeyCode.UP -> moveTo(at < 0 ? size - 1 : Math.min(size - 1, at + 1));
            case KeyCode.LEFT, KeyCode.DOWN -> moveTo(at < 0 ? size - 1 : Math.max(0, at - 1));
            case KeyCode.HOME -> moveTo(0);
            case KeyCode.END -> moveTo(size - 1);
            case KeyCode.ENTER, KeyCode.SPACE -> open();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void open() {
        if (at >= 0) {
            onOpen.accept(at);
        }
    }
}
