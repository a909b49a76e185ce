package io.countersign.insight.ui.chart;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** Where a share lies between 0 and 1: a band from the low to the high end of its interval, and a mark at the estimate. */
public final class IntervalBar extends Region {
    private static final PseudoClass THIN = PseudoClass.getPseudoClass("thin");
    private static final double OVERHANG = 2;

    private final Region track = part("track");
    private final Region band = part("interval-band");
    private final Region mark = part("interval-mark");
    private double low;
    private double value;
    private double high;

    /** Nothing is known until {@link #show}. */
    public IntervalBar() {
        getStyleClass().add("interval-bar");
        getChildren().addAll(track, band, mark);
        setMinWidth(30);
        setMouseTransparent(true);
    }

    /**
     * Draws an interval; weaker, and without its estimate, where it rests on too little.
     *
     * @param low 0..1, not above {@code value}; the same for {@code high}
     */
    public void show(double low, double value, double high, boolean thin) {
        this.low = low;
        this.value = value;
        this.high = high;
        pseudoClassStateChanged(THIN, thin);
        mark.setVisible(!thin);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double thickness = getHeight() - 2 * OVERHANG;
        double from = snapPositionX(low * getWidth());
        double to = Math.max(from + 2, snapPositionX(high * getWidth()));
        track.resizeRelocate(0, OVERHANG, getWidth(), thickness);
        band.resizeRelocate(from, OVERHANG, Math.min(to, getWidth()) - from, thickness);
        double at = Math.min(getWidth() - 3, snapPositionX(value * getWidth() - 1));
        mark.resizeRelocate(Math.max(0, at), 0, 3, getHeight());
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }
}
