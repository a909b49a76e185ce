package io.countersign.insight.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

/** Shapes and labels of a chart as the style sheet knows them: placed by the chart, and never in the way of the pointer. */
final class ChartShapes {
    private ChartShapes() {}

    /** Weaker where it rests on too little. */
    static <S extends Shape> S of(S shape, String styleClass, boolean thin) {
        shape.getStyleClass().add(styleClass);
        if (thin) {
            shape.getStyleClass().add("thin");
        }
        shape.setManaged(false);
        shape.setMouseTransparent(true);
        return shape;
    }

    static Label label() {
        var label = new Label();
        label.getStyleClass().addAll("axis-label", "muted", "small");
        label.setMouseTransparent(true);
        return label;
    }

    static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    static void place(Circle circle, double x, double y) {
        circle.setCenterX(x);
        circle.setCenterY(y);
    }
}
