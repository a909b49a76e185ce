package io.countersign.approval.ui;

import javafx.scene.layout.Region;

/** A signed number as a bar around a line in the middle: to the right what speaks for it, to the left what speaks against. */
final class ContributionBar extends Region {
    private static final double THICKNESS = 8;
    private static final double OVERHANG = 2;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region middle = new Region();
    private final double share;

    /** A bar that fills {@code share} of its half, -1 to 1. */
    ContributionBar(double share) {
        this.share = Math.clamp(share, -1, 1);
        track.getStyleClass().add("track");
        fill.getStyleClass().addAll("fill", share < 0 ? "bad" : "ok");
        middle.getStyleClass().add("middle");
        getChildren().addAll(track, fill, middle);
        setMinSize(96, THICKNESS + 2 * OVERHANG);
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS + 2 * OVERHANG;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 110;
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - THICKNESS) / 2);
        double center = snapPositionX(getWidth() / 2);
        double length = Math.max(share == 0 ? 0 : 3, Math.abs(share) * center);
        track.resizeRelocate(0, top, getWidth(), THICKNESS);
        fill.resizeRelocate(share < 0 ? center - length : center, top, length, THICKNESS);
        middle.resizeRelocate(center, top - OVERHANG, 1, THICKNESS + 2 * OVERHANG);
    }
}
