package io.countersign.api.metrics;

import io.countersign.api.MetricsText;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is measured of one open mailbox. What happened to mail and proposals is read from the database at a scrape, so that
 * it is the same after a restart; what this process does is counted from when this was made. A text is kept for a second:
 * whoever scrapes faster reads the same again.
 */
public final class Metrics implements MetricsText, AutoCloseable {
    private static final long KEPT = Duration.ofSeconds(1).toNanos();
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer searches;
    private final LongSupplier nanoTime;
    private @Nullable Kept kept;

    private record Kept(String text, long at) {}

    /** {@code nanoTime}: a clock that only goes forward, as {@link System#nanoTime}. */
    public Metrics(Measured measured, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        var series = new PrometheusRegistry();
        series.register(sources(measured));
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, series, Clock.SYSTEM);
        // Their names are none that Prometheus allows.
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"))
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        searches = Timer.builder("countersign.search")
                .description("How long searches took.")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private static Sources sources(Measured measured) {
        var decisions = new DecisionMetrics(measured.user(), measured.decisions());
        var mail = new MailMetrics(measured.mail());
        var jobs = new JobMetrics(measured.jobs());
        return new Sources()
                .with("counts", decisions::counts)
                .with("pending", decisions::pending)
                .with("imports", mail::imports)
                .with("enrichment", mail::enriched)
                .with("index", mail::index)
                .with("runs", jobs::runs)
                .with("schedules", jobs::schedules);
    }

    /** For libraries that measure themselves, such as a connection pool. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Counts a search that took so long. */
    public void searched(Duration took) {
        searches.record(took);
    }

    @Override
    public synchronized String scrape() {
        long now = nanoTime.getAsLong();
        var text = kept;
        if (text == null || now - text.at() >= KEPT) {
            text = new Kept(registry.scrape(MetricsText.TYPE), now);
            kept = text;
        }
        return text.text();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
