package io.countersign.ats;

import java.util.Map;

/**
 * What a run of the enrichment did.
 *
 * @param examined mails that it looked at
 * @param enriched mails that it changed
 * @param applications that there are
 * @param counts totals over all runs, by the names of their counters
 */
public record EnrichmentResult(
        long examined,
        long enriched,
        long applications,
        double seconds,
        Map<String, Long> counts,
        WarehouseShare warehouse) {
    public EnrichmentResult {
        counts = Map.copyOf(counts);
    }
}
