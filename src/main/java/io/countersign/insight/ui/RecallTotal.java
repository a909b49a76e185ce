package io.countersign.insight.ui;

import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.PolicyStats;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The recall of several policies together: what was wanted among what they proposed, over that and the estimates of what they
 * missed. Of open proposals the share of approvals so far counts as wanted. The interval of the sum follows from those of its
 * parts (method of variance estimates recovery, Zou and Donner 2008).
 *
 * @param missing answers that are still needed; 0 when there are enough for the policies that are counted
 * @param policies how many policies are counted
 */
record RecallTotal(double value, double low, double high, long answered, long byHand, int missing, int policies) {

    /** Of the policies with enough answers; where none has enough, of those with any. Empty without evidence. */
    static Optional<RecallTotal> of(Collection<PolicyStats> policies, Map<Long, Recall> recalls) {
        var known = policies.stream()
                .filter(stats -> stats.approved() > 0)
                .flatMap(stats -> Optional.ofNullable(recalls.get(stats.policyId())).stream()
                        .map(recall -> new Part(found(stats), recall)))
                .filter(part -> part.recall().value() > 0)
                .toList();
        boolean anyEnough = known.stream().anyMatch(part -> part.recall().missing() == 0);
        var counted = known.stream()
                .filter(part -> !anyEnough || part.recall().missing() == 0)
                .toList();
        return counted.isEmpty() ? Optional.empty() : Optional.of(sum(counted));
    }

    private static double found(PolicyStats stats) {
        long decided = stats.approved() + stats.rejected();
        double open = Math.max(0, stats.fired() - decided);
        return stats.approved() + open * stats.approved() / decided;
    }

    private record Part(double found, Recall recall) {
        /** What was missed, if the recall is {@code share}. */
        double missed(double share) {
            return share <= 0 ? Double.POSITIVE_INFINITY : found * (1 - share) / share;
        }

        double missed() {
            return missed(recall.value());
        }
    }

    private static RecallTotal sum(Collection<Part> parts) {
        double found = parts.stream().mapToDouble(Part::found).sum();
        double missed = parts.stream().mapToDouble(Part::missed).sum();
        double fewer = distance(
                parts, part -> part.missed() - part.missed(part.recall().high()));
        double more = distance(parts, part -> part.missed(part.recall().low()) - part.missed());
        return new RecallTotal(
                found / (found + missed),
                found / (found + missed + more),
                found / (found + Math.max(0, missed - fewer)),
                parts.stream().mapToLong(part -> part.recall().answered()).sum(),
                parts.stream().mapToLong(part -> part.recall().byHand()).sum(),
                parts.stream().mapToInt(part -> part.recall().missing()).min().orElse(0),
                parts.size());
    }

    private static double distance(Collection<Part> parts, ToDoubleFunction<Part> half) {
        return Math.sqrt(parts.stream().mapToDouble(half).map(d -> d * d).sum());
    }
}
