package io.countersign.insight;

import io.countersign.shared.WilsonInterval;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Turns counts into shares and intervals. Recall stays empty: nothing measures it yet. */
public final class PolicyStatisticsService implements PolicyStatistics {
    private final PolicyCounts counts;
    private final Clock clock;

    public PolicyStatisticsService(PolicyCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public List<PolicyStats> of(String user, OptionalInt windowDays) {
        var rows = windowDays.isEmpty()
                ? counts.all(user)
                : counts.since(user, Window.of(windowDays, clock).firstDay());
        return rows.stream().map(row -> stats(row, windowDays)).toList();
    }

    private static PolicyStats stats(PolicyCounts.Row row, OptionalInt windowDays) {
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
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
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
