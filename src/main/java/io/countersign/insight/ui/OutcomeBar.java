package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import javafx.scene.layout.Region;

/** What became of a policy's proposals, as parts of one bar. */
final class OutcomeBar extends Region {
    private static final double THICKNESS = 8;

    private final Region track = part("track");
    private final Region approved = part("fill", "ok");
    private final Region rejected = part("fill", "bad");
    private double approvedShare;
    private double rejectedShare;

    OutcomeBar() {
        getStyleClass().add("outcome-bar");
        getChildren().addAll(track, approved, rejected);
        setMinSize(40, THICKNESS);
    }

    void show(PolicyStats stats) {
        double all = Math.max(1, stats.approved() + stats.rejected() + stats.pending());
        approvedShare = stats.approved() / all;
        rejectedShare = stats.rejected() / all;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return THICKNESS;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return THICKNESS;
    }

    @Override
    protected void layoutChildren() {
        double top = snapPositionY((getHeight() - THICKNESS) / 2);
        double first = length(approvedShare);
        double second = length(rejectedShare);
        double gap = first > 0 && second > 0 ? 2 : 0;
        track.resizeRelocate(0, top, getWidth(), THICKNESS);
        approved.resizeRelocate(0, top, first, THICKNESS);
        rejected.resizeRelocate(first + gap, top, Math.max(0, Math.min(second, getWidth() - first - gap)), THICKNESS);
    }

    private double length(double share) {
        return share == 0 ? 0 : Math.max(4, snapSizeX(share * getWidth()));
    }

    private static Region part(String... classes) {
        var part = new Region();
        part.getStyleClass().addAll(classes);
        return part;
    }
}
