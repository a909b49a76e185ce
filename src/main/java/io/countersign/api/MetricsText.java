package io.countersign.api;

/** What is measured, in the text format of Prometheus. */
@FunctionalInterface
public interface MetricsText {
    /** The media type of that format. */
    String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** All series as they stand now. */
    String scrape();

    /** Nothing is measured. */
    static MetricsText none() {
        return () -> "# Nothing is measured yet.\n";
    }
}
