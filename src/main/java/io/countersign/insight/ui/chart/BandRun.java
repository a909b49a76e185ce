package io.countersign.insight.ui.chart;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** Weeks in a row that are drawn alike: the line through them, and the band of their intervals. */
record BandRun(List<BandPoint> points, Polyline line, Polygon band) {
    private static final int WEEK = 7;

    /** Cuts at weeks without a value, and where what rests on enough changes to what does not. */
    static List<BandRun> of(List<BandPoint> points, String styleClass) {
        var runs = new ArrayList<BandRun>();
        var run = new ArrayList<BandPoint>();
        boolean thin = false;
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            boolean next = isNext(from, to);
            boolean weak = from.thin() || to.thin();
            if (!run.isEmpty() && (!next || weak != thin)) {
                runs.add(run(run, thin, styleClass));
                run.clear();
            }
            if (next) {
                if (run.isEmpty()) {
                    run.add(from);
                }
                run.add(to);
                thin = weak;
            }
        }
        if (!run.isEmpty()) {
            runs.add(run(run, thin, styleClass));
        }
        return runs;
    }

    private static BandRun run(List<BandPoint> points, boolean thin, String styleClass) {
        return new BandRun(
                List.copyOf(points),
                ChartShapes.of(new Polyline(), styleClass, thin),
                ChartShapes.of(new Polygon(), "chart-band", thin));
    }

    /** True for the week after a week. */
    static boolean isNext(BandPoint one, BandPoint other) {
        return ChronoUnit.DAYS.between(one.at(), other.at()) == WEEK;
    }

    void place(BandPlot plot) {
        line.getPoints().clear();
        band.getPoints().clear();
        for (var point : points) {
            line.getPoints().addAll(plot.x(point), plot.y(point.value()));
            band.getPoints().addAll(plot.x(point), plot.y(point.high()));
        }
        for (var point : points.reversed()) {
            band.getPoints().addAll(plot.x(point), plot.y(point.low()));
        }
    }
}
