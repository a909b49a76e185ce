package io.countersign.ats.ui;

import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;

/** Scrolls sideways for as long as something is held near the left or right edge, the faster the nearer. UI thread only. */
final class EdgeScroll extends AnimationTimer {
    private static final double EDGE = 56;
    private static final double FASTEST = 1100; // pixels per second
    private static final double LONGEST_STEP = 0.05; // seconds; a late frame is no leap

    private final ScrollPane pane;
    private final Runnable onScroll;
    private double speed;
    private long before;

    /** {@code onScroll} is told when something else lies under what is held. */
    EdgeScroll(ScrollPane pane, Runnable onScroll) {
        this.pane = pane;
        this.onScroll = onScroll;
    }

    /** Something is held there. */
    void hold(double sceneX, double sceneY) {
        double was = speed;
        speed = FASTEST * nearness(pane.sceneToLocal(sceneX, sceneY));
        if (speed == 0) {
            stop();
        } else if (was == 0) {
            before = 0;
            start();
        }
    }

    /** Nothing is held any more. */
    void release() {
        speed = 0;
        stop();
    }

    /** -1 at the left edge and beyond, 1 at the right one, 0 where both are far. */
    private double nearness(Point2D at) {
        double fromLeft = Math.max(0, at.getX());
        double fromRight = Math.max(0, pane.getWidth() - at.getX());
        double nearest = Math.min(fromLeft, fromRight);
        return nearest >= EDGE ? 0 : (fromLeft < fromRight ? -1 : 1) * (EDGE - nearest) / EDGE;
    }

    @Override
    public void handle(long now) {
        double seconds = before == 0 ? 0 : Math.min(LONGEST_STEP, (now - before) / 1e9);
        before = now;
        double room = pane.getContent().getBoundsInLocal().getWidth()
                - pane.getViewportBounds().getWidth();
        double to = room <= 0 ? pane.getHvalue() : Math.clamp(pane.getHvalue() + speed * seconds / room, 0, 1);
        if (to != pane.getHvalue()) {
            pane.setHvalue(to);
            onScroll.run();
        }
    }
}
