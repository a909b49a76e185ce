package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.insight.InsightSnapshot;
import io.countersign.insight.InsightSnapshot.Calibration;
import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyStats;
import io.countersign.learning.UserWeight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What is known about one person's policies in one window of time.
 *
 * @param trust how far each policy may act alone, where that is known
 */
record InsightReport(InsightSnapshot snapshot, Workload workload, Map<Long, PolicyTrust> trust) {
    static final InsightReport EMPTY = new InsightReport(
            new InsightSnapshot(
                    OptionalInt.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    new Calibration(List.of(), OptionalDouble.empty(), 0, 0),
                    List.of()),
            Workload.NONE,
            Map.of());

    InsightReport {
        trust = Map.copyOf(trust);
    }

    List<PolicyStats> policies() {
        return snapshot.policies();
    }

    List<UserWeight> weights() {
        return snapshot.preferences();
    }

    long approved() {
        return sum(PolicyStats::approved);
    }

    long rejected() {
        return sum(PolicyStats::rejected);
    }

    long decided() {
        return approved() + rejected();
    }

    long pending() {
        return sum(PolicyStats::pending);
    }

    long fired() {
        return sum(PolicyStats::fired);
    }

    private long sum(ToLongFunction<PolicyStats> count) {
        return policies().stream().mapToLong(count).sum();
    }

    /** True while no policy ever proposed anything. */
    boolean isEmpty() {
        return policies().stream().noneMatch(InsightWords::hasOutcome);
    }

    /** Those first of which most is known: by decisions, then by proposals, else in the order in which they are tried. */
    List<PolicyStats> busyFirst() {
        return policies().stream()
                .sorted(Comparator.comparingLong(InsightWords::decided)
                        .thenComparingLong(PolicyStats::fired)
                        .reversed())
                .toList();
    }

    /** The policies that anything was decided about, most decisions first. */
    List<PolicyStats> decidedPolicies() {
        return policies().stream()
                .filter(stats -> stats.approved() + stats.rejected() > 0)
                .sorted(Comparator.comparingLong((PolicyStats stats) -> stats.approved() + stats.rejected())
                        .reversed())
                .toList();
    }

    /** Weeks in which something was decided, of one policy, or of all. */
    List<Week> decidedWeeks(OptionalLong policy) {
        var weeks = policy.isEmpty() ? snapshot.all() : snapshot.weeks().getOrDefault(policy.getAsLong(), List.of());
        return weeks.stream()
                .filter(week -> week.approved() + week.rejected() > 0)
                .toList();
    }

    Optional<Recall> recall(PolicyStats stats) {
        return Optional.ofNullable(snapshot.recall().get(stats.policyId()));
    }

    Optional<RecallTotal> recall() {
        return RecallTotal.of(policies(), snapshot.recall());
    }

    Optional<PolicyTrust> trust(PolicyStats stats) {
        return Optional.ofNullable(trust.get(stats.policyId()));
    }

    /** What speaks against doing anything, strongest first. */
    List<UserWeight> keeps() {
        return weights().stream()
                .filter(weight -> weight.weight() < 0)
                .sorted(Comparator.comparingDouble(UserWeight::weight))
                .toList();
    }

    /** What speaks for it, strongest first. */
    List<UserWeight> clears() {
        return weights().stream()
                .filter(weight -> weight.weight() > 0)
                .sorted(Comparator.comparingDouble(UserWeight::weight).reversed())
                .toList();
    }
}
