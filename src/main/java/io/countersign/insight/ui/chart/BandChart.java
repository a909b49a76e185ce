package io.countersign.insight.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * A share over time as a line with the band of its intervals, by week; another may be drawn beside it as a dashed line. Weeks
 * without a value leave a gap, and what rests on little is drawn dashed, hollow and paler.
 */
public final class BandChart extends Region {
    private static final PseudoClass THIN = PseudoClass.getPseudoClass("thin");
    private static final int MOST_DOTS = 80;
    private static final int MOST_NAMES = 40;
    private static final double RADIUS = 3.5;

    private final DoubleFunction<String> percent;
    private final Consumer<BandPoint> onPoint;
    private final Label ruler = ChartShapes.label();
    private final Line guide = ChartShapes.of(new Line(), "chart-guide", false);
    private final Circle current = ChartShapes.of(new Circle(RADIUS + 1), "chart-current", false);
    private final Tooltip tooltip = new Tooltip();
    private final List<Label> ticks = new ArrayList<>();
    private final List<Region> gridLines = new ArrayList<>();
    private final List<BandRun> runs = new ArrayList<>();
    private final Map<BandPoint, Circle> dots = new LinkedHashMap<>();
    private final Map<BandPoint, Line> intervals = new LinkedHashMap<>();
    private final Map<BandPoint, Label> names = new LinkedHashMap<>();
    private final ChartCursor cursor;
    private List<BandPoint> points = List.of();
    private List<BandPoint> others = List.of();
    private ShareScale scale = ShareScale.of(0.5);

    /** {@code onOpen} is told what was clicked or entered, {@code onPoint} where the pointer or the keyboard is. */
    public BandChart(DoubleFunction<String> percent, Consumer<BandPoint> onOpen, Consumer<BandPoint> onPoint) {
        this.percent = percent;
        this.onPoint = onPoint;
        getStyleClass().addAll("chart-area", "band-chart");
        setAccessibleRole(AccessibleRole.NODE);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinWidth(0);
        ruler.setVisible(false);
        tooltip.setWrapText(true);
        cursor = ChartCursor.of(this, this::moved, i -> onOpen.accept(points.get(i)));
        focusedProperty().subscribe(_ -> mark());
        setOnMouseMoved(this::pointed);
        setOnMouseExited(_ -> mark());
        setOnMouseClicked(event -> {
            if (!points.isEmpty()) {
                onOpen.accept(points.get(nearest(event.getX())));
            }
        });
        Tooltip.install(this, tooltip);
    }

    /** Draws these points, oldest first, and those of {@code beside} behind them. */
    public void show(List<BandPoint> shown, List<BandPoint> beside) {
        points = List.copyOf(shown);
        others = List.copyOf(beside);
        cursor.reset(points.size());
        scale = ShareScale.of(DoubleStream.concat(
                        points.stream().mapToDouble(BandPoint::low),
                        others.stream().mapToDouble(BandPoint::value))
                .min()
                .orElse(0.5));
        List.of(ticks, gridLines, runs).forEach(List::clear);
        List.of(dots, intervals, names).forEach(Map::clear);
        getChildren().setAll(ruler);
        grid();
        lines();
        points();
        getChildren().addAll(guide, current);
        mark();
        requestLayout();
    }

    private void grid() {
        for (double share : scale.ticks()) {
            var line = new Region();
            line.getStyleClass().add("chart-grid-line");
            line.setMouseTransparent(true);
            gridLines.add(line);
            var tick = ChartShapes.label();
            tick.setText(percent.apply(share));
            ticks.add(tick);
        }
        getChildren().addAll(gridLines);
        getChildren().addAll(ticks);
    }

    private void lines() {
        var behind = BandRun.of(others, "chart-beside");
        var inFront = BandRun.of(points, "chart-line");
        behind.forEach(run -> getChildren().add(run.line()));
        inFront.forEach(run -> getChildren().add(run.band()));
        inFront.forEach(run -> getChildren().add(run.line()));
        runs.addAll(behind);
        runs.addAll(inFront);
    }

    private void points() {
        int every = 1 + points.size() / MOST_NAMES;
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            boolean alone = isAlone(i);
            if (alone) {
                intervals.put(point, ChartShapes.of(new Line(), "chart-error", point.thin()));
            }
            if (alone || points.size() <= MOST_DOTS) {
                dots.put(point, ChartShapes.of(new Circle(RADIUS), "chart-dot", point.thin()));
            }
            if (i % every == 0) {
                var name = ChartShapes.label();
                name.setText(point.name());
                names.put(point, name);
            }
        }
        getChildren().addAll(intervals.values());
        getChildren().addAll(dots.values());
        getChildren().addAll(names.values());
    }

    private boolean isAlone(int i) {
        return (i == 0 || !BandRun.isNext(points.get(i - 1), points.get(i)))
                && (i == points.size() - 1 || !BandRun.isNext(points.get(i), points.get(i + 1)));
    }

    private void pointed(MouseEvent event) {
        if (!points.isEmpty()) {
            int at = nearest(event.getX());
            if (at != cursor.at() || !current.isVisible()) {
                cursor.moveTo(at);
            }
        }
    }

    private int nearest(double x) {
        var plot = plot();
        int best = 0;
        for (int i = 1; i < points.size(); i++) {
            if (Math.abs(plot.x(points.get(i)) - x) <= Math.abs(plot.x(points.get(best)) - x)) {
                best = i;
            }
        }
        return best;
    }

    private void moved(int index) {
        setAccessibleText(points.get(index).words());
        tooltip.setText(points.get(index).words());
        onPoint.accept(points.get(index));
        mark();
    }

    private void mark() {
        boolean shown = (isFocused() || isHover()) && cursor.at() >= 0;
        guide.setVisible(shown);
        current.setVisible(shown);
        if (shown) {
            var plot = plot();
            var point = points.get(cursor.at());
            current.pseudoClassStateChanged(THIN, point.thin());
            ChartShapes.place(current, plot.x(point), plot.y(point.value()));
            ChartShapes.place(guide, plot.x(point), plot.top(), plot.x(point), plot.bottom());
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 11 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 15 * em();
    }

    @Override
    protected void layoutChildren() {
        var plot = plot();
        for (int i = 0; i < gridLines.size(); i++) {
            double y = plot.y(scale.ticks().get(i));
            gridLines.get(i).resizeRelocate(plot.left(), y, Math.max(0, plot.width()), 1);
            var tick = ticks.get(i);
            double wide = tick.prefWidth(-1);
            double high = tick.prefHeight(-1);
            tick.resizeRelocate(plot.left() - wide - 0.6 * em(), y - high / 2, wide, high);
        }
        runs.forEach(run -> run.place(plot));
        dots.forEach((point, dot) -> ChartShapes.place(dot, plot.x(point), plot.y(point.value())));
        intervals.forEach((point, line) ->
                ChartShapes.place(line, plot.x(point), plot.y(point.low()), plot.x(point), plot.y(point.high())));
        layoutNames(plot);
        mark();
    }

    /** Names that would overlap are left out. */
    private void layoutNames(BandPlot plot) {
        double free = Double.NEGATIVE_INFINITY;
        for (var entry : names.entrySet()) {
            var name = entry.getValue();
            double wide = name.prefWidth(-1);
            double most = Math.max(plot.left(), getWidth() - wide);
            double start = Math.rint(Math.clamp(plot.x(entry.getKey()) - wide / 2, plot.left() - em(), most));
            boolean fits = start > free;
            name.setVisible(fits);
            name.resizeRelocate(start, getHeight() - 1.6 * em(), wide, name.prefHeight(-1));
            free = fits ? start + wide + em() : free;
        }
    }

    private BandPlot plot() {
        double em = em();
        double left =
                ticks.stream().mapToDouble(tick -> tick.prefWidth(-1)).max().orElse(0) + 0.7 * em;
        return new BandPlot(
                left,
                0.7 * em,
                getWidth() - left,
                Math.max(1, getHeight() - 2.8 * em),
                0.8 * em,
                BandPlot.Span.of(points, others),
                scale);
    }

    private double em() {
        return ruler.getFont().getSize() / 0.885;
    }
}
