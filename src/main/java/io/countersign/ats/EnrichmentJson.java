package io.countersign.ats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;

/** What an enrichment did, as the command line and the API print it; field names are a contract. */
public final class EnrichmentJson {
    private EnrichmentJson() {}

    /** One run. */
    public static ObjectNode of(EnrichmentResult result) {
        return Json.object()
                .put("examined", result.examined())
                .put("enriched", result.enriched())
                .put("applications", result.applications())
                .put("seconds", Math.round(result.seconds() * 1000) / 1000.0)
                .put("warehouseRows", result.warehouse().rows())
                .put("warehouseRowsOfOthers", result.warehouse().ofOthers());
    }
}
