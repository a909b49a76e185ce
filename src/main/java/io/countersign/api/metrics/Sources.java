package io.countersign.api.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each source by itself. One that fails is left out of that scrape, which Prometheus takes for a gap and not for a reset,
 * and its {@code countersign_scrape_source_up} is 0.
 */
final class Sources implements MultiCollector {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Map<String, Supplier<MetricSnapshots>> sources = new LinkedHashMap<>();

    /** Only before the first scrape. */
    Sources with(String name, Supplier<MetricSnapshots> source) {
        sources.put(name, source);
        return this;
    }

    @Override
    public MetricSnapshots collect() {
        var all = new ArrayList<MetricSnapshot>();
        var up = new Series.Gauge("countersign_scrape_source_up", "1 where the numbers of a source could be read.");
        sources.forEach((name, source) -> {
            try {
                source.get().forEach(all::add);
                up.with(1, "source", name);
            } catch (RuntimeException e) {
                LOG.warn("the metrics of {} cannot be read", name, e);
                up.with(0, "source", name);
            }
        });
        all.add(up.snapshot());
        return new MetricSnapshots(all);
    }
}
