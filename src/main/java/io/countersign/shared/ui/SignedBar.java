package io.countersign.shared.ui;

import javafx.scene.layout.Region;

/** A signed number as a bar around a line in the middle: to the right what speaks for it, to the left what speaks against. */
public final class SignedBar extends Region {
    private static final double NARROWEST = 96;
    private static final double USUAL = 110;
    private static final double SHORTEST = 3;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region middle = new Region();
    private final double share;
    private final double thickness;
    private final double overhang;

    /** A bar that fills {@code share} of its half, -1 to 1, and is {@code thickness} pixels thick. */
    public SignedBar(double share, double thickness) {
        this.share = Math.clamp(share, -1, 1);
        this.thickness = thickness;
        overhang = Math.floor(thickness / 4);
        track.getStyleClass().add("signed-track");
        fill.getStyleClass().addAll("signed-fill", share < 0 ? "against" : "for");
        middle.getStyleClass().add("signed-middle");
        getChildren().addAll(track, fill, middle);
        setMinSize(NARROWEST, thickness + 2 * overhang);
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return thickness + 2 * overhang;
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - thickness) / 2);
        double center = snapPositionX(getWidth() / 2);
        double length = Math.max(share == 0 ? 0 : SHORTEST, Math.abs(share) * center);
        track.resizeRelocate(0, top, getWidth(), thickness);
        fill.resizeRelocate(share < 0 ? center - length : center, top, length, thickness);
        middle.resizeRelocate(center, top - overhang, 1, thickness + 2 * overhang);
    }
}
