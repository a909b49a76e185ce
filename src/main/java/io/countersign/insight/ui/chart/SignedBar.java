package io.countersign.insight.ui.chart;

import javafx.scene.layout.Region;

/** A signed number as a bar to the right or to the left of a line in the middle. */
public final class SignedBar extends Region {
    private static final double THICKNESS = 5;
    private static final double OVERHANG = 1;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region middle = new Region();
    private final double share;

    /** A bar that fills {@code share} of its half, -1 to 1. */
    public SignedBar(double share) {
        this.share = Math.clamp(share, -1, 1);
        track.getStyleClass().add("signed-track");
        fill.getStyleClass().addAll("signed-fill", share < 0 ? "against" : "for");
        middle.getStyleClass().add("signed-middle");
        getChildren().addAll(track, fill, middle);
        setMinSize(48, THICKNESS + 2 * OVERHANG);
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 72;
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS + 2 * OVERHANG;
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - THICKNESS) / 2);
        double center = snapPositionX(getWidth() / 2);
        double length = Math.max(share == 0 ? 0 : 3, Math.abs(share) * center);
        track.resizeRelocate(0, top + THICKNESS / 2 - 1, getWidth(), 1);
        fill.resizeRelocate(share < 0 ? center - length : center + 1, top, length, THICKNESS);
        middle.resizeRelocate(center, top - OVERHANG, 1, THICKNESS + 2 * OVERHANG);
    }
}
