package io.countersign.app;

import io.countersign.insight.PolicyStatistics;
import io.countersign.policy.ui.PolicyQuality;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The quality of policies as the decisions of one person tell it. */
record DecidedQuality(PolicyStatistics statistics, String user) implements PolicyQuality {
    @Override
    public Map<Long, Figures> all() {
        return statistics.of(user, OptionalInt.empty()).stream()
                .collect(Collectors.toMap(
                        stats -> stats.policyId(),
                        stats -> new Figures(stats.approved() + stats.rejected(), stats.decidedPrecision())));
    }
}
