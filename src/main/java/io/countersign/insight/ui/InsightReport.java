package io.countersign.insight.ui;

import io.countersign.insight.PolicyStats;
import io.countersign.learning.UserWeight;
import java.util.Comparator;
import java.util.List;

/**
 * What is known about one person's policies in one window of time.
 *
 * @param undone decisions that were taken back
 * @param weights what was learned, whatever the window
 */
record InsightReport(List<PolicyStats> policies, long undone, List<UserWeight> weights) {
    static final InsightReport EMPTY = new InsightReport(List.of(), 0, List.of());

    InsightReport {
        policies = List.copyOf(policies);
        weights = List.copyOf(weights);
    }

    long approved() {
        return policies.stream().mapToLong(PolicyStats::approved).sum();
    }

    long rejected() {
        return policies.stream().mapToLong(PolicyStats::rejected).sum();
    }

    long pending() {
        return policies.stream().mapToLong(PolicyStats::pending).sum();
    }

    /** Policies that proposed something before those that did not, else in the order in which they are tried. */
    List<PolicyStats> busyFirst() {
        return policies.stream()
                .sorted(Comparator.comparing((PolicyStats stats) -> !InsightWords.hasOutcome(stats)))
                .toList();
    }

    /** How often a decided proposal was right. */
    Proportion precision() {
        return new Proportion(approved(), approved() + rejected());
    }

    /** What speaks against doing anything, strongest first. */
    List<UserWeight> keeps() {
        return weights.stream()
                .filter(weight -> weight.weight() < 0)
                .sorted(Comparator.comparingDouble(UserWeight::weight))
                .toList();
    }

    /** What speaks for it, strongest first. */
    List<UserWeight> clears() {
        return weights.stream()
                .filter(weight -> weight.weight() > 0)
                .sorted(Comparator.comparingDouble(UserWeight::weight).reversed())
                .toList();
    }
}
