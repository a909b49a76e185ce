package io.countersign.api.routes;

import io.countersign.api.MetricsText;
import io.countersign.api.Reply;
import io.countersign.api.Route;
import io.countersign.api.Route.Verb;
import io.countersign.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What is asked about the service itself. */
public final class ServiceRoutes {
    private static final String DOCUMENT = "/api/openapi.json";

    private final MetricsText metrics;
    private final byte[] document = document();

    public ServiceRoutes(MetricsText metrics) {
        this.metrics = metrics;
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(
                Route.of(
                        Verb.GET,
                        "/health",
                        "Whether the service answers; needs no token and tells nothing else.",
                        _ -> Reply.json(Json.object().put("status", "ok"))),
                Route.of(
                        Verb.GET,
                        "/metrics",
                        "What is measured, in the text format of Prometheus.",
                        _ -> Reply.text(MetricsText.TYPE, metrics.scrape())),
                Route.of(
                        Verb.GET,
                        "/api/openapi.json",
                        "This API as an OpenAPI document.",
                        _ -> Reply.json(200, document)));
    }

    private static byte[] document() {
        try (var in = ServiceRoutes.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException(DOCUMENT + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
