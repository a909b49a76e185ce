package io.countersign.insight.ui;

import io.countersign.approval.ui.ApprovalWords;
import io.countersign.insight.InsightSnapshot.Bin;
import io.countersign.insight.InsightSnapshot.Calibration;
import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyStats;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import io.countersign.shared.WilsonInterval;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Figures in the person's language, and what is missing where there are none. */
public final class InsightWords {
    static final String NONE = "–";

    private final Texts texts;
    private final Formats formats;
    private final ApprovalWords approvals;

    public InsightWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.approvals = new ApprovalWords(texts, formats);
    }

    Texts texts() {
        return texts;
    }

    Formats formats() {
        return formats;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String number(long count) {
        return formats.number(count);
    }

    String percent(double share) {
        return formats.percent(share);
    }

    String signed(double weight) {
        return formats.signed(weight);
    }

    String feature(String feature) {
        return approvals.feature(feature);
    }

    String action(Action action) {
        return approvals.action(action);
    }

    /** {@code 92.0 – 96.4%}. */
    String interval(double low, double high) {
        return formats.decimal(low * 100, 1) + " – " + formats.percent(high, 1);
    }

    /** A day of a week on an axis: {@code Nov 9}; with its year at the first one and where a year begins. */
    String axisDay(LocalDate day, boolean withYear) {
        return DateTimeFormatter.ofLocalizedPattern(withYear ? "yMMMd" : "MMMd")
                .withLocale(formats.locale())
                .format(day);
    }

    // --- precision

    /** The share of approvals among the decided ones, with one decimal; a dash while they say nothing. */
    String precision(long approved, long decided) {
        return isThin(decided) ? NONE : formats.percent(approved / (double) decided, 1);
    }

    /** The interval, or how much is missing until there is one. */
    String precisionNote(long approved, long decided) {
        return isThin(decided)
                ? missingDecisions(decided)
                : WilsonInterval.of(approved, decided)
                        .map(range -> texts.get("insights.interval", interval(range.low(), range.high())))
                        .orElse("");
    }

    String precision(PolicyStats stats) {
        return precision(stats.approved(), decided(stats));
    }

    /** The interval alone, or how many decisions are missing until there is one. */
    String precisionRange(PolicyStats stats) {
        return isThin(stats)
                ? texts.get("insights.missing.short", InsightsViewModel.missing(decided(stats)))
                : WilsonInterval.of(stats.approved(), decided(stats))
                        .map(range -> interval(range.low(), range.high()))
                        .orElse("");
    }

    /** Why a policy has no precision yet; else what its precision means. */
    String precisionHelp(PolicyStats stats) {
        long decided = decided(stats);
        var documented = stats.precision().isPresent()
                ? "\n"
                        + texts.get(
                                "insights.precision.fired",
                                formats.percent(stats.precision().getAsDouble(), 1),
                                number(stats.fired()))
                : "";
        return (isThin(stats)
                        ? missingDecisions(decided)
                        : texts.get("insights.precision.help", number(stats.approved()), number(decided))
                                + "\n"
                                + precisionNote(stats.approved(), decided))
                + documented;
    }

    private String missingDecisions(long decided) {
        return texts.get("insights.precision.thin", InsightsViewModel.missing(decided), number(decided));
    }

    static boolean isThin(PolicyStats stats) {
        return isThin(decided(stats));
    }

    static boolean isThin(long decided) {
        return InsightsViewModel.missing(decided) > 0;
    }

    static long decided(PolicyStats stats) {
        return stats.approved() + stats.rejected();
    }

    /** One week of a policy, or of all: its precision, interval and counts. */
    String week(Week week) {
        long decided = week.approved() + week.rejected();
        var range = week.precision()
                .map(found -> interval(found.low(), found.high()))
                .orElse(NONE);
        var all = texts.get(
                "insights.week",
                formats.date(week.monday()),
                formats.percent(week.approved() / (double) Math.max(1, decided), 1),
                range,
                number(week.approved()),
                number(week.rejected()));
        return isThin(decided) ? all + " · " + texts.get("insights.week.thin") : all;
    }

    // --- outcomes

    /** False while it proposed nothing, so that there is nothing to draw. */
    static boolean hasOutcome(PolicyStats stats) {
        return stats.approved() + stats.rejected() + stats.pending() > 0;
    }

    String outcome(PolicyStats stats) {
        return hasOutcome(stats)
                ? texts.get(
                        "insights.outcome", number(stats.approved()), number(stats.rejected()), number(stats.pending()))
                : texts.get("insights.outcome.none");
    }

    // --- calibration

    String bin(Bin bin) {
        var range =
                bin.approval().map(found -> interval(found.low(), found.high())).orElse(NONE);
        var all = texts.get(
                "insights.bin",
                formats.percent(bin.low()),
                formats.percent(bin.high()),
                formats.percent(bin.approved() / (double) Math.max(1, bin.decisions())),
                range,
                number(bin.approved()),
                number(bin.decisions()));
        return isThin(bin.decisions()) ? all + " · " + texts.get("insights.week.thin") : all;
    }

    /** The error, or how much is missing until it is one. */
    String calibration(Calibration calibration) {
        if (calibration.error().isEmpty()) {
            return texts.get("insights.calibration.none");
        }
        return calibration.missing() > 0
                ? texts.get("insights.calibration.thin", calibration.missing())
                : texts.get(
                        "insights.calibration.error",
                        formats.decimal(calibration.error().getAsDouble() * 100, 1));
    }

    // --- mails

    String sender(Message mail) {
        var shown = OneLine.of(mail.envelope().from().display());
        return shown.isEmpty() ? texts.get("approvals.sender.unknown") : shown;
    }

    String address(Message mail) {
        return OneLine.of(mail.envelope().from().toString());
    }

    String subject(Message mail) {
        var shown = OneLine.of(mail.envelope().subject());
        return shown.isEmpty() ? texts.get("approvals.subject.none") : shown;
    }
}
