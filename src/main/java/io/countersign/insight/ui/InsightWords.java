package io.countersign.insight.ui;

import io.countersign.approval.ui.ApprovalWords;
import io.countersign.insight.PolicyStats;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;

/** Figures in the person's language, and what is missing where there are none. */
public final class InsightWords {
    private static final String NONE = "–";

    private final Texts texts;
    private final Formats formats;
    private final ApprovalWords approvals;

    public InsightWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.approvals = new ApprovalWords(texts, formats);
    }

    String number(long count) {
        return formats.number(count);
    }

    String signed(double weight) {
        return formats.signed(weight);
    }

    String feature(String feature) {
        return approvals.feature(feature);
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String precision(Proportion precision) {
        return InsightsViewModel.missing(precision.trials()) > 0 ? NONE : formats.percent(precision.share(), 1);
    }

    /** The interval, or how much is missing until there is one. */
    String precisionNote(Proportion precision) {
        long missing = InsightsViewModel.missing(precision.trials());
        return missing > 0
                ? texts.get("insights.precision.thin", missing, number(precision.trials()))
                : texts.get("insights.interval", interval(precision.low(), precision.high()));
    }

    String precision(PolicyStats stats) {
        return isThin(stats) ? NONE : formats.percent(stats.decidedPrecision().orElse(0), 1);
    }

    String interval(PolicyStats stats) {
        return isThin(stats)
                        || stats.precisionLow().isEmpty()
                        || stats.precisionHigh().isEmpty()
                ? NONE
                : interval(
                        stats.precisionLow().getAsDouble(),
                        stats.precisionHigh().getAsDouble());
    }

    /** Why a policy has no precision yet; else what its precision means. */
    String precisionHelp(PolicyStats stats) {
        long decided = stats.approved() + stats.rejected();
        return isThin(stats)
                ? texts.get("insights.precision.thin", InsightsViewModel.missing(decided), number(decided))
                : texts.get("insights.precision.help", number(stats.approved()), number(decided));
    }

    String recall(PolicyStats stats) {
        return stats.recall().isEmpty() ? NONE : formats.percent(stats.recall().getAsDouble());
    }

    String recallHelp(PolicyStats stats) {
        return stats.recall().isEmpty()
                        || stats.recallLow().isEmpty()
                        || stats.recallHigh().isEmpty()
                ? texts.get("insights.recall.missing")
                : texts.get(
                        "insights.interval",
                        interval(
                                stats.recallLow().getAsDouble(),
                                stats.recallHigh().getAsDouble()));
    }

    /** False while it proposed nothing, so that there is nothing to draw. */
    static boolean hasOutcome(PolicyStats stats) {
        return stats.approved() + stats.rejected() + stats.pending() > 0;
    }

    String outcomeInShort(PolicyStats stats) {
        if (!hasOutcome(stats)) {
            return texts.get("insights.outcome.none");
        }
        return texts.get(
                "insights.outcome.short", number(stats.approved()), number(stats.rejected()), number(stats.pending()));
    }

    String outcome(PolicyStats stats) {
        return texts.get(
                "insights.outcome", number(stats.approved()), number(stats.rejected()), number(stats.pending()));
    }

    private static boolean isThin(PolicyStats stats) {
        return stats.decidedPrecision().isEmpty() || InsightsViewModel.missing(stats.approved() + stats.rejected()) > 0;
    }

    private String interval(double low, double high) {
        return formats.decimal(low * 100, 1) + " – " + formats.percent(high, 1);
    }
}
