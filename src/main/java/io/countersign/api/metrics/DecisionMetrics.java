package io.countersign.api.metrics;

import io.countersign.approval.Counted;
import io.countersign.insight.AllTimeCounts.Count;
import io.countersign.policy.ActionCodec;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What policies proposed, what became of it, and what it taught. The names are those of the reference. */
final class DecisionMetrics {
    private static final List<String> SIGNS = List.of("minus", "plus");
    private static final List<String> ACTIONS = new ActionCodec().ids();

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
                byPolicy(counts, Counted.POLICY_FIRED, "policy_fired", "Proposals made, by policy.")
                        .snapshot(),
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
        only(counts, what)
                .forEach(count -> series.with((double) count.total(), "policy_id", count.label(), "user", user));
        return series;
    }

    private Series.Counter weights(List<Count> counts) {
        var series = new Series.Counter("user_weight_updates", "Times that a decision moved a learned weight.");
        withZeros(counts, Counted.WEIGHT_UPDATES, SIGNS)
                .forEach((sign, total) -> series.with(total, "user", user, "sign", sign));
        return series;
    }

    private static Series.Counter failures(List<Count> counts) {
        var series = new Series.Counter(
                "countersign_execution_failures", "Approved actions that could not be carried out, by action.");
        withZeros(counts, Counted.EXECUTION_FAILURES, ACTIONS)
                .forEach((action, total) -> series.with(total, "action", action));
        return series;
    }

    /** A series that is there before the first time: nothing increases in one that begins with it. */
    private static Map<String, Long> withZeros(List<Count> counts, Counted what, List<String> labels) {
        var totals = new TreeMap<String, Long>();
        labels.forEach(label -> totals.put(label, 0L));
        only(counts, what).forEach(count -> totals.put(count.label(), count.total()));
        return totals;
    }

    private static List<Count> only(List<Count> counts, Counted what) {
        return counts.stream().filter(count -> count.what() == what).toList();
    }

    MetricSnapshots pending() {
        return MetricSnapshots.of(
                new Series.Gauge("countersign_proposals_pending", "Proposals that wait for a decision.")
                        .with((double) decisions.pending().getAsLong())
                        .snapshot());
    }
}
