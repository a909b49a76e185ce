package io.countersign.money.ui;

import javafx.scene.layout.Region;

/** A thin bar that fills a part of its track. */
final class ShareBar extends Region {
    private static final double THICKNESS = 6;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final double share;

    /** {@code share} is 0..1. */
    ShareBar(double share) {
        this.share = Math.clamp(share, 0, 1);
        track.getStyleClass().add("track");
        fill.getStyleClass().add("fill");
        getChildren().addAll(track, fill);
        setMinSize(20, THICKNESS);
        setMaxHeight(THICKNESS);
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS;
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), THICKNESS);
        fill.resizeRelocate(0, 0, share == 0 ? 0 : Math.max(3, snapSizeX(share * getWidth())), THICKNESS);
    }
}
