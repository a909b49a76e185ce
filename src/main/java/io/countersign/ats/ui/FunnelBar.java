package io.countersign.ats.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** A horizontal bar of parts that lie end to end, each with a pattern of its own; the whole track stands for all there are. */
final class FunnelBar extends Region {
    private static final double THICKNESS_EM = 1.5;

    private final List<Region> parts;
    private final double[] shares;
    private final Region track = new Region();
    private Optional<Runnable> onOpen = Optional.empty();

    /** {@code shares} are 0..1 of the track, in the order of the styles {@code funnel-0, funnel-1, ...}. */
    FunnelBar(double... shares) {
        this.shares = shares.clone();
        track.getStyleClass().add("funnel-track");
        parts = IntStream.range(0, shares.length)
                .mapToObj(i -> {
                    var part = new Region();
                    part.getStyleClass().addAll("funnel-part", "funnel-" + i);
                    return part;
                })
                .toList();
        getChildren().add(track);
        getChildren().addAll(parts);
        setMinWidth(60);
        getStyleClass().add("funnel-bar");
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), getHeight());
        double from = 0;
        for (int i = 0; i < shares.length; i++) {
            double to = from + shares[i] * getWidth();
            double left = snapPositionX(from);
            double width = snapPositionX(to) - left;
            parts.get(i).setVisible(width > 0);
            parts.get(i).resizeRelocate(left, 0, Math.max(0, width), getHeight());
            from = to;
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 60;
    }

    /** What Enter, Space and a screen reader's press do. */
    void setOnOpen(Runnable open) {
        onOpen = Optional.of(open);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                open.run();
                key.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onOpen.ifPresent(Runnable::run);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /** How thick a bar is for letters of that size. */
    static double thickness(double em) {
        return Math.rint(THICKNESS_EM * em);
    }
}
