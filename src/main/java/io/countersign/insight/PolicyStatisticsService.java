package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.shared.WilsonInterval;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns counts into shares and intervals. */
public final class PolicyStatisticsService implements PolicyStatistics {
    private final PolicyCounts counts;
    private final RecallDesk recall;
    private final Clock clock;

    public PolicyStatisticsService(PolicyCounts counts, RecallDesk recall, Clock clock) {
        this.counts = counts;
        this.recall = recall;
        this.clock = clock;
    }

    @Override
    public List<PolicyStats> of(String user, OptionalInt windowDays) {
        var rows = rows(user, windowDays);
        return stats(rows, recall.recall(rows, Window.of(windowDays, clock).start()), windowDays);
    }

    List<PolicyCounts.Row> rows(String user, OptionalInt windowDays) {
        return windowDays.isEmpty()
                ? counts.all(user)
                : counts.since(user, Window.of(windowDays, clock).firstDay());
    }

    static List<PolicyStats> stats(List<PolicyCounts.Row> rows, Map<Long, Recall> recall, OptionalInt windowDays) {
        return rows.stream()
                .map(row -> stats(row, Optional.ofNullable(recall.get(row.policyId())), windowDays))
                .toList();
    }

    private static PolicyStats stats(PolicyCounts.Row row, Optional<Recall> recall, OptionalInt windowDays) {
        long decided = row.approved() + row.rejected();
        var interval = WilsonInterval.of(row.approved(), decided);
        return new PolicyStats(
                row.policyId(),
                row.name(),
                row.fired(),
                row.approved(),
                row.rejected(),
                row.pending(),
                share(row.approved(), row.fired()),
                share(row.approved(), decided),
                optional(interval.map(WilsonInterval::low)),
                optional(interval.map(WilsonInterval::high)),
                optional(recall.map(Recall::value)),
                optional(recall.map(Recall::low)),
                optional(recall.map(Recall::high)),
                windowDays,
                row.updatedAt());
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
