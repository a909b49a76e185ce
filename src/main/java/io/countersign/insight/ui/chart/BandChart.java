package io.countersign.insight.ui.chart;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/**
 * A share over time as a line with the band of its intervals, by week; another may be drawn beside it as a dashed line. Weeks
 * without a value leave a gap, and what rests on little is drawn dashed, hollow and paler.
 */
public final class BandChart extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int WEEK = 7;
    private static final double ROOM_FOR_DOTS = 9;

    private final DoubleFunction<String> percent;
    private final Consumer<BandPoint> onOpen;
    private final Consumer<BandPoint> onPoint;
    private final Label ruler = label();
    private final Line guide = new Line();
    private final List<Label> ticks = new ArrayList<>();
    private final List<Region> gridLines = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final ChartCursor cursor;
    private List<BandPoint> points = List.of();
    private List<BandPoint> others = List.of();
    private ShareScale scale = ShareScale.of(0.5);

    /** From one week to the next; the other share has no band. */
    private record Edge(BandPoint from, BandPoint to, Line line, Polygon band) {}

    private record Mark(BandPoint point, Circle dot, Line bar, boolean alone, Label name, Region hit) {}

    /** {@code onOpen} is told what was clicked or entered, {@code onPoint} where the pointer or the keyboard is. */
    public BandChart(
            DoubleFunction<String> percent, Consumer<BandPoint> onOpen, Consumer<BandPoint> onPoint) {
        this.percent = percent;
        this.onOpen = onOpen;
        this.onPoint = onPoint;
        getStyleClass().addAll("chart-area", "band-chart");
        setAccessibleRole(AccessibleRole.NODE);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinWidth(0);
        cursor = ChartCursor.of(this, this::moved, i -> onOpen.accept(points.get(i)));
        guide.getStyleClass().add("chart-guide");
        guide.setManaged(false);
        ruler.setVisible(false);
        focusedProperty().subscribe(_ -> mark());
        setOnMouseExited(_ -> mark());
    }

    /** Draws these points, oldest first, and those of {@code beside} behind them. */
    public void show(List<BandPoint> shown, List<BandPoint> beside) {
        points = List.copyOf(shown);
        others = List.copyOf(beside);
        cursor.reset(points.size());
        scale = ShareScale.of(Stream.concat(
                        points.stream().map(BandPoint::low), others.stream().map(BandPoint::value))
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0.5));
        List.of(ticks, gridLines, edges, marks).forEach(List::clear);
        getChildren().setAll(ruler);
        grid();
        others(others);
        line(points);
        getChildren().add(guide);
        for (int i = 0; i < points.size(); i++) {
            mark(i);
        }
        marks.forEach(each -> getChildren().add(each.hit()));
        mark();
        requestLayout();
    }

    private void grid() {
        for (double share : scale.ticks()) {
            var line = new Region();
            line.getStyleClass().add("chart-grid-line");
            gridLines.add(line);
            var tick = label();
            tick.setText(percent.apply(share));
            ticks.add(tick);
        }
        getChildren().addAll(gridLines);
        getChildren().addAll(ticks);
    }

    private void others(List<BandPoint> all) {
        for (int i = 1; i < all.size(); i++) {
            if (isNext(all.get(i - 1), all.get(i))) {
                var line = shape(new Line(), "chart-beside", false);
                edges.add(new Edge(all.get(i - 1), all.get(i), line, new Polygon()));
                getChildren().add(line);
            }
        }
    }

    private void line(List<BandPoint> all) {
        var lines = new ArrayList<Line>();
        for (int i = 1; i < all.size(); i++) {
            if (isNext(all.get(i - 1), all.get(i))) {
                boolean thin = all.get(i - 1).thin() || all.get(i).thin();
                var line = shape(new Line(), "chart-line", thin);
                var band = shape(new Polygon(), "chart-band", thin);
                edges.add(new Edge(all.get(i - 1), all.get(i), line, band));
                lines.add(line);
                getChildren().add(band);
            }
        }
        getChildren().addAll(lines);
    }

    private void mark(int index) {
        var point = points.get(index);
        boolean alone = (index == 0 || !isNext(points.get(index - 1), point))
                && (index == points.size() - 1 || !isNext(point, points.get(index + 1)));
        var bar = shape(new Line(), "chart-error", point.thin());
        bar.setVisible(alone);
        var dot = shape(new Circle(3.5), "chart-dot", point.thin());
        var name = label();
        name.setText(point.name());
        var hit = new Region();
        hit.getStyleClass().add("chart-hit");
        hit.setOnMouseEntered(_ -> cursor.moveTo(index));
        hit.setOnMouseClicked(_ -> onOpen.accept(point));
        Tooltip.install(hit, new Tooltip(point.words()));
        marks.add(new Mark(point, dot, bar, alone, name, hit));
        getChildren().addAll(bar, dot, name);
    }

    private void moved(int index) {
        setAccessibleText(points.get(index).words());
        onPoint.accept(points.get(index));
        mark();
    }

    private void mark() {
        int at = isFocused() || isHover() ? cursor.at() : -1;
        guide.setVisible(at >= 0);
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).dot().pseudoClassStateChanged(CURRENT, i == at);
            marks.get(i).dot().setVisible(i == at || hasDot(marks.get(i)));
        }
        if (at >= 0) {
            guide.setStartX(marks.get(at).dot().getCenterX());
            guide.setEndX(marks.get(at).dot().getCenterX());
        }
    }

    private boolean hasDot(Mark mark) {
        return mark.alone() || getWidth() >= ROOM_FOR_DOTS * em() / 6 * marks.size();
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
        double em = em();
        double left = ticks.stream().mapToDouble(tick -> tick.prefWidth(-1)).max().orElse(0) + 0.7 * em;
        var plot = new Plot(left, 0.7 * em, getWidth() - left, Math.max(1, getHeight() - 2.8 * em));
        layoutGrid(plot);
        for (var edge : edges) {
            double x1 = plot.x(edge.from());
            double x2 = plot.x(edge.to());
            place(edge.line(), x1, plot.y(edge.from().value()), x2, plot.y(edge.to().value()));
            edge.band()
                    .getPoints()
                    .setAll(
                            x1, plot.y(edge.from().high()), x2, plot.y(edge.to().high()),
                            x2, plot.y(edge.to().low()), x1, plot.y(edge.from().low()));
        }
        layoutMarks(plot);
        guide.setStartY(plot.top());
        guide.setEndY(plot.top() + plot.height());
        mark();
    }

    private void layoutGrid(Plot plot) {
        for (int i = 0; i < gridLines.size(); i++) {
            double y = plot.y(scale.ticks().get(i));
            gridLines.get(i).resizeRelocate(plot.left(), y, Math.max(0, plot.width()), 1);
            var tick = ticks.get(i);
            double wide = tick.prefWidth(-1);
            double high = tick.prefHeight(-1);
            tick.resizeRelocate(plot.left() - wide - 0.6 * em(), y - high / 2, wide, high);
        }
    }

    private void layoutMarks(Plot plot) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            double x = plot.x(mark.point());
            mark.dot().setCenterX(x);
            mark.dot().setCenterY(plot.y(mark.point().value()));
            place(mark.bar(), x, plot.y(mark.point().low()), x, plot.y(mark.point().high()));
            double from = i == 0 ? plot.left() : (plot.x(marks.get(i - 1).point()) + x) / 2;
            double to = i == marks.size() - 1 ? getWidth() : (x + plot.x(marks.get(i + 1).point())) / 2;
            mark.hit().resizeRelocate(from, plot.top(), Math.max(1, to - from), plot.height());
            double wide = mark.name().prefWidth(-1);
            double start = Math.rint(Math.clamp(x - wide / 2, plot.left() - em(), Math.max(plot.left(), getWidth() - wide)));
            boolean fits = start > free;
            mark.name().setVisible(fits);
            mark.name().resizeRelocate(start, getHeight() - 1.6 * em(), wide, mark.name().prefHeight(-1));
            free = fits ? start + wide + em() : free;
        }
    }

    /** Where points lie in the chart. */
    private final class Plot {
        private final double left;
        private final double top;
        private final double width;
        private final double height;
        private final double inset;
        private final long first;
        private final long days;

        Plot(double left, double top, double width, double height) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.height = height;
            inset = 0.8 * em();
            var days = Stream.concat(points.stream(), others.stream())
                    .mapToLong(point -> point.at().toEpochDay())
                    .summaryStatistics();
            this.first = points.isEmpty() ? 0 : days.getMin();
            this.days = points.isEmpty() ? 0 : days.getMax() - days.getMin();
        }

        double left() {
            return left;
        }

        double top() {
            return top;
        }

        double width() {
            return width;
        }

        double height() {
            return height;
        }

        double x(BandPoint point) {
            double share = days == 0 ? 0.5 : (point.at().toEpochDay() - first) / (double) days;
            return snapPositionX(left + inset + share * (width - 2 * inset));
        }

        double y(double share) {
            return snapPositionY(top + height * scale.fromTop(share));
        }
    }

    private static boolean isNext(BandPoint one, BandPoint other) {
        return ChronoUnit.DAYS.between(one.at(), other.at()) == WEEK;
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }

    private static <N extends Node> N shape(N node, String styleClass, boolean thin) {
        node.getStyleClass().add(styleClass);
        if (thin) {
            node.getStyleClass().add("thin");
        }
        node.setManaged(false);
        node.setMouseTransparent(true);
        return node;
    }

    private double em() {
        return ruler.getFont().getSize() / 0.885;
    }

    private static Label label() {
        var label = new Label();
        label.getStyleClass().addAll("axis-label", "muted", "small");
        label.setMouseTransparent(true);
        return label;
    }
}
