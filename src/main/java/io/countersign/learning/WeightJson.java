package io.countersign.learning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;

/** What was learned about a feature, as the command line and the API print it; field names are a contract. */
public final class WeightJson {
    private WeightJson() {}

    /** One feature. */
    public static ObjectNode of(UserWeight weight) {
        return Json.object()
                .put("feature", weight.feature())
                .put("weight", weight.weight())
                .put("updatedAt", weight.updatedAt().toString())
                .put("decisions", weight.decisions());
    }
}
