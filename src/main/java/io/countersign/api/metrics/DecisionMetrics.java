package io.countersign.api.metrics;

import io.countersign.approval.Counted;
import io.countersign.insight.AllTimeCounts.Count;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/** What policies proposed, what became of it, and what it taught. The names are those of the reference. */
final class DecisionMetrics {
    private final String user;
    private final Measured.Decisions decisions;

    DecisionMetrics(String user, Measured.Decisions decisions) {
        this.user = user;
        this.decisions = decisions;
    }

    /** Everything that is counted for ever, from one query. */
    MetricSnapshots counts() {
        var counts = decisions.counts().all();
        return MetricSnapshots.of(
                byPolicy(counts, Counted.POLICY_FIRED, "policy_fired", "Proposals made, by policy.").snapshot(),
                byPolicy(
                                counts,
                                Counted.POLICY_APPROVED,
                                "policy_approved",
                                "Approvals, by policy; one that was undone stays counted.")
                        .snapshot(),
                byPolicy(
                                counts,
                                Counted.POLICY_REJECTED,
                                "policy_rejected",
                                "Rejections, by policy; one that was undone stays counted.")
                        .snapshot(),
                weights(counts).snapshot(),
                failures(counts).snapshot());
    }

    private Series.Counter byPolicy(List<Count> counts, Counted what, String name, String help) {
        var series = new Series.Counter(name, help);
        only(counts, what).forEach(count -> series.with(count.total(), "policy_id", count.label(), "user", user));
        return series;
    }

    private Series.Counter weights(List<Count> counts) {
        var series = new Series.Counter("user_weight_updates", "Times that a decision moved a learned weight.");
        only(counts, Counted.WEIGHT_UPDATES)
                .forEach(count -> series.with(count.total(), "user", user, "sign", count.label()));
        return series;
    }

    private static Series.Counter failures(List<Count> counts) {
        var series = new Series.Counter(
                "countersign_execution_failures", "Approved actions that could not be carried out, by action.");
        only(counts, Counted.EXECUTION_FAILURES).forEach(count -> series.with(count.total(), "action", count.label()));
        return series;
    }

    private static List<Count> only(List<Count> counts, Counted what) {
        return counts.stream().filter(count -> count.what() == what).toList();
    }

    MetricSnapshots pending() {
        return MetricSnapshots.of(new Series.Gauge("countersign_proposals_pending", "Proposals that wait for a decision.")
                .with(decisions.pending().getAsLong())
                .snapshot());
    }
}
