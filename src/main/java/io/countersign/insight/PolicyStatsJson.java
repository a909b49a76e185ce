package io.countersign.insight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.shared.Json;
import java.util.OptionalDouble;

/** How good a policy is, as the command line and the API print it; field names are a contract. */
public final class PolicyStatsJson {
    private PolicyStatsJson() {}

    /** One policy. */
    public static ObjectNode of(PolicyStats row) {
        var node = Json.object()
                .put("policyId", row.policyId())
                .put("name", row.name())
                .put("fired", row.fired())
                .put("approved", row.approved())
                .put("rejected", row.rejected())
                .put("pending", row.pending());
        put(node, "precision", row.precision());
        put(node, "decidedPrecision", row.decidedPrecision());
        put(node, "precisionLow", row.precisionLow());
        put(node, "precisionHigh", row.precisionHigh());
        put(node, "recall", row.recall());
        put(node, "recallLow", row.recallLow());
        put(node, "recallHigh", row.recallHigh());
        if (row.windowDays().isPresent()) {
            node.put("windowDays", row.windowDays().getAsInt());
        } else {
            node.putNull("windowDays");
        }
        return node.put("updatedAt", row.updatedAt().toString());
    }

    private static void put(ObjectNode node, String name, OptionalDouble ratio) {
        if (ratio.isPresent()) {
            node.put(name, Math.round(ratio.getAsDouble() * 10_000) / 10_000.0);
        } else {
            node.putNull(name);
        }
    }
}
