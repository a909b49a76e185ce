package io.countersign.insight.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Points that lie on the diagonal where what was said is what happens; each with its interval, larger where it rests on more. */
public final class CalibrationChart extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double[] TICKS = {0, 0.5, 1};

    private final DoubleFunction<String> percent;
    private final IntConsumer onPoint;
    private final IntConsumer onOpen;
    private final Label ruler = ChartShapes.label();
    private final Label said = ChartShapes.label();
    private final Label happened = ChartShapes.label();
    private final Line diagonal = ChartShapes.of(new Line(), "chart-diagonal", false);
    private final Region frame = new Region();
    private final List<Label> bottomTicks = new ArrayList<>();
    private final List<Label> leftTicks = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final ChartCursor cursor;

    private record Mark(CalibrationPoint point, Circle dot, Line bar, Circle hit) {}

    /**
     * {@code onOpen} is told the place of what was clicked or entered, {@code onPoint} where the pointer or the keyboard is.
     *
     * @param saidName the title of the axis to the right; {@code happenedName} of the one upwards
     */
    public CalibrationChart(
            DoubleFunction<String> percent,
            String saidName,
            String happenedName,
            IntConsumer onOpen,
            IntConsumer onPoint) {
        this.percent = percent;
        this.onOpen = onOpen;
        this.onPoint = onPoint;
        getStyleClass().addAll("chart-area", "calibration-chart");
        setAccessibleRole(AccessibleRole.NODE);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinWidth(0);
        ruler.setVisible(false);
        said.setText(saidName);
        happened.setText(happenedName);
        frame.getStyleClass().add("chart-frame");
        frame.setMouseTransparent(true);
        cursor = ChartCursor.of(this, this::moved, onOpen);
        for (double tick : TICKS) {
            bottomTicks.add(tick(tick));
            leftTicks.add(tick(tick));
        }
        focusedProperty().subscribe(_ -> mark());
        setOnMouseExited(_ -> mark());
    }

    /** Draws these points, in the order of what was said. */
    public void show(List<CalibrationPoint> points) {
        cursor.reset(points.size());
        marks.clear();
        getChildren().setAll(ruler, frame, diagonal, said, happened);
        getChildren().addAll(bottomTicks);
        getChildren().addAll(leftTicks);
        points.forEach(this::mark);
        marks.forEach(mark -> getChildren().add(mark.bar()));
        marks.forEach(mark -> getChildren().add(mark.dot()));
        marks.forEach(mark -> getChildren().add(mark.hit()));
        requestLayout();
    }

    private void mark(CalibrationPoint point) {
        int index = marks.size();
        var dot = ChartShapes.of(new Circle(3 + 6 * Math.sqrt(point.weight())), "chart-dot", point.thin());
        var hit = new Circle(Math.max(10, dot.getRadius()));
        hit.getStyleClass().add("chart-hit");
        hit.setManaged(false);
        hit.setOnMouseEntered(_ -> cursor.moveTo(index));
        hit.setOnMouseClicked(_ -> onOpen.accept(index));
        Tooltip.install(hit, new Tooltip(point.words()));
        marks.add(new Mark(point, dot, ChartShapes.of(new Line(), "chart-error", point.thin()), hit));
    }

    private void moved(int index) {
        setAccessibleText(marks.get(index).point().words());
        onPoint.accept(index);
        mark();
    }

    private void mark() {
        int at = isFocused() || isHover() ? cursor.at() : -1;
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).dot().pseudoClassStateChanged(CURRENT, i == at);
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 11.5 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 16 * em();
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double left =
                leftTicks.stream().mapToDouble(tick -> tick.prefWidth(-1)).max().orElse(0) + 0.6 * em;
        double above = 0.7 * em;
        double side = Math.max(1, Math.rint(Math.min(getWidth() - left - em, getHeight() - above - 1.8 * em)));
        double x0 = Math.rint(Math.max(left, (getWidth() - side - left) / 2 + left));
        double y0 = Math.rint(above);
        frame.resizeRelocate(x0, y0, side, side);
        ChartShapes.place(diagonal, x0, y0 + side, x0 + side, y0);
        happened.resizeRelocate(x0 + 0.4 * em, y0, happened.prefWidth(-1), happened.prefHeight(-1));
        double wide = said.prefWidth(-1);
        double high = said.prefHeight(-1);
        said.resizeRelocate(x0 + side - wide - 0.2 * em, y0 + side - high - 0.2 * em, wide, high);
        for (int i = 0; i < TICKS.length; i++) {
            layoutTicks(i, x0, y0, side);
        }
        for (var mark : marks) {
            double x = x0 + mark.point().said() * side;
            double y = y0 + (1 - mark.point().happened()) * side;
            ChartShapes.place(mark.dot(), x, y);
            ChartShapes.place(mark.hit(), x, y);
            ChartShapes.place(
                    mark.bar(),
                    x,
                    y0 + (1 - mark.point().low()) * side,
                    x,
                    y0 + (1 - mark.point().high()) * side);
        }
    }

    private void layoutTicks(int i, double x0, double y0, double side) {
        var below = bottomTicks.get(i);
        double wide = below.prefWidth(-1);
        double high = below.prefHeight(-1);
        double x = Math.min(x0 + TICKS[i] * side - wide / 2, Math.max(0, getWidth() - wide));
        below.resizeRelocate(Math.rint(x), y0 + side + 0.2 * em(), wide, high);
        var beside = leftTicks.get(i);
        double width = beside.prefWidth(-1);
        beside.resizeRelocate(x0 - width - 0.5 * em(), y0 + (1 - TICKS[i]) * side - high / 2, width, high);
    }

    private Label tick(double share) {
        var tick = ChartShapes.label();
        tick.setText(percent.apply(share));
        return tick;
    }

    private double em() {
        return ruler.getFont().getSize() / 0.885;
    }
}
