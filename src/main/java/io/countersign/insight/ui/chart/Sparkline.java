package io.countersign.insight.ui.chart;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** How a figure came to be what it is, as a line without axes; what has no value leaves a gap. Says nothing in words. */
public final class Sparkline extends Region {
    private static final double EDGE = 3;

    private final Path line = new Path();
    private final Circle last = new Circle(2.5);
    private List<OptionalDouble> values = List.of();

    /** Draws nothing until {@link #show}. */
    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("spark-line");
        last.getStyleClass().add("spark-dot");
        line.setManaged(false);
        last.setManaged(false);
        getChildren().addAll(line, last);
        setMouseTransparent(true);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
    }

    /** Draws these values, oldest first; nothing where fewer than three are known. */
    public void show(List<OptionalDouble> shown) {
        values = List.copyOf(shown);
        setVisible(values.stream().filter(OptionalDouble::isPresent).count() > 2);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getElements().clear();
        var known = values.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        double range = Math.max(known.getMax() - known.getMin(), 1e-9);
        double step = (getWidth() - 2 * EDGE) / Math.max(1, values.size() - 1);
        boolean pen = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                pen = false;
                continue;
            }
            double x = EDGE + i * step;
            double share =
                    known.getMax() == known.getMin() ? 0.5 : (values.get(i).getAsDouble() - known.getMin()) / range;
            double y = EDGE + (1 - share) * (getHeight() - 2 * EDGE);
            line.getElements().add(pen ? new LineTo(x, y) : new MoveTo(x, y));
            last.setCenterX(x);
            last.setCenterY(y);
            pen = true;
        }
    }
}
