package io.countersign.insight.recall;

import io.countersign.insight.InsightSnapshot.Recall;
import io.countersign.insight.PolicyCounts;
import io.countersign.shared.WilsonInterval;
import java.util.Optional;

/**
 * Recall = wanted among what fired / (that and what was missed). Of what fired and is not decided yet, the share of approvals so
 * far is taken as wanted, with its Wilson interval.
 */
final class RecallEstimate {
    /** Answers from each stratum (or all of its mails) before the estimate says more than chance. */
    static final int ENOUGH = 5;

    private RecallEstimate() {}

    /** Empty without evidence, or when nothing was wanted. */
    static Optional<Recall> of(PolicyCounts.Row row, Evidence evidence) {
        long answered = evidence.strata().stream().mapToLong(Sampled::answered).sum();
        if (answered == 0 && evidence.byHand() == 0) {
            return Optional.empty();
        }
        var fired = fired(row);
        var missed = evidence.missed();
        return fired.high() + missed.high() == 0
                ? Optional.empty()
                : Optional.of(new Recall(
                        share(fired.value(), missed.value()),
                        share(fired.low(), missed.high()),
                        share(fired.high(), missed.low()),
                        answered,
                        evidence.byHand(),
                        missing(evidence)));
    }

    private static Estimate fired(PolicyCounts.Row row) {
        long decided = row.approved() + row.rejected();
        var share = WilsonInterval.of(row.approved(), decided);
        double open = Math.max(0, row.fired() - decided);
        return share.map(interval -> new Estimate(
                        row.approved() + open * row.approved() / decided,
                        row.approved() + open * interval.low(),
                        row.approved() + open * interval.high()))
                .orElse(new Estimate(0, 0, open));
    }

    private static double share(double found, double missed) {
        return found + missed == 0 ? 0 : found / (found + missed);
    }

    private static int missing(Evidence evidence) {
        return (int) evidence.strata().stream()
                .mapToLong(stratum -> Math.max(0, Math.min(ENOUGH, stratum.mails()) - stratum.answered()))
                .sum();
    }
}
