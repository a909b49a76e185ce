package io.countersign.insight.ui.chart;

import java.util.List;
import javafx.scene.layout.Region;

/** Counts as parts that lie end to end, each with a pattern as well as a colour; together they fill the bar. */
public final class OutcomeBars extends Region {
    private static final double LEAST = 3;

    private final List<Region> parts = List.of(part("outcome-yes"), part("outcome-no"), part("outcome-open"));
    private List<Long> counts = List.of();

    /** Empty until {@link #show}. */
    public OutcomeBars() {
        getStyleClass().add("outcome-bars");
        getChildren().addAll(parts);
        setMinWidth(36);
        setMouseTransparent(true);
    }

    /** Draws what was approved, what was rejected and what is open. */
    public void show(long approved, long rejected, long pending) {
        counts = List.of(approved, rejected, pending);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        double from = 0;
        long before = 0;
        for (int i = 0; i < counts.size(); i++) {
            long count = counts.get(i);
            before += count;
            double to = count == 0 ? from : Math.max(from + LEAST, snapPositionX(before / all * getWidth()));
            parts.get(i).setVisible(count > 0);
            parts.get(i).resizeRelocate(from, 0, Math.max(0, to - from - (before < all ? 1 : 0)), getHeight());
            from = to;
        }
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().addAll("outcome-part", styleClass);
        return part;
    }
}
