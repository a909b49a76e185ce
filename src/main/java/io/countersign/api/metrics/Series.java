package io.countersign.api.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** Writes one metric of one scrape, point by point; {@code name} of a counter is without {@code _total}. */
final class Series {
    private Series() {}

    static final class Counter {
        private final CounterSnapshot.Builder built;

        Counter(String name, String help) {
            built = CounterSnapshot.builder().name(name).help(help);
        }

        /** {@code labels}: names and values in turn. */
        Counter with(long value, String... labels) {
            return with((double) value, labels);
        }

        /** {@code labels}: names and values in turn. */
        Counter with(double value, String... labels) {
            built.dataPoint(CounterDataPointSnapshot.builder()
                    .value(value)
                    .labels(Labels.of(labels))
                    .build());
            return this;
        }

        CounterSnapshot snapshot() {
            return built.build();
        }
    }

    static final class Gauge {
        private final GaugeSnapshot.Builder built;

        Gauge(String name, String help) {
            built = GaugeSnapshot.builder().name(name).help(help);
        }

        /** {@code labels}: names and values in turn. */
        Gauge with(long value, String... labels) {
            return with((double) value, labels);
        }

        /** {@code labels}: names and values in turn. */
        Gauge with(double value, String... labels) {
            built.dataPoint(GaugeDataPointSnapshot.builder()
                    .value(value)
                    .labels(Labels.of(labels))
                    .build());
            return this;
        }

        GaugeSnapshot snapshot() {
            return built.build();
        }
    }
}
