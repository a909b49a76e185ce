package planted.api;

import io.micrometer.core.instrument.MeterRegistry;

/** Breaks: only api.metrics and app know Micrometer. */
record Gauge(MeterRegistry registry) {}
