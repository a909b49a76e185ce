package io.countersign.insight.ui.chart;

import java.util.List;
import java.util.stream.Stream;

/** Where points of time and share lie in a chart, in pixels. */
record BandPlot(double left, double top, double width, double height, double inset, Span span, ShareScale scale) {
    /** From the first to the last day. */
    record Span(long first, long days) {
        static Span of(List<BandPoint> points, List<BandPoint> others) {
            var days = Stream.concat(points.stream(), others.stream())
                    .mapToLong(point -> point.at().toEpochDay())
                    .summaryStatistics();
            return days.getCount() == 0 ? new Span(0, 0) : new Span(days.getMin(), days.getMax() - days.getMin());
        }
    }

    double x(BandPoint point) {
        double share = span.days() == 0 ? 0.5 : (point.at().toEpochDay() - span.first()) / (double) span.days();
        // Whole pixels, so that bands that meet leave neither a seam nor a gap.
        return Math.rint(left + inset + share * (width - 2 * inset));
    }

    double y(double share) {
        return Math.rint(top + height * scale.fromTop(share));
    }

    double bottom() {
        return top + height;
    }
}
