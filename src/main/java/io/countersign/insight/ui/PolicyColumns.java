package io.countersign.insight.ui;

import io.countersign.approval.trust.PolicyTrust;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.insight.PolicyStats;
import io.countersign.shared.WilsonInterval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/** The columns of the table of policies, each with its order and with what its cells open. */
final class PolicyColumns {
    private final InsightsViewModel model;
    private final InsightWords words;
    private final DrillWords drills;
    private final RecallWords recalls;

    PolicyColumns(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        drills = new DrillWords(words);
        recalls = new RecallWords(words);
    }

    /** From left to right. */
    List<PolicyColumn> all() {
        return List.of(
                name(),
                number("fired", 4.7, PolicyStats::fired, drills::fired),
                outcome(),
                number("approved", 4.8, PolicyStats::approved, stats -> drills.decided(stats, true)),
                number("rejected", 5.1, PolicyStats::rejected, stats -> drills.decided(stats, false)),
                number("pending", 5.7, PolicyStats::pending, drills::pending),
                precision(),
                recall(),
                trust());
    }

    private PolicyColumn name() {
        return column(
                "policy",
                11.2,
                Comparator.comparing(PolicyStats::name),
                stats -> InsightWords.decided(stats) == 0
                        ? Optional.empty()
                        : Optional.of(() -> model.policyProperty().set(OptionalLong.of(stats.policyId()))),
                () -> new FigureCell(
                        PolicyStats::name,
                        stats -> stats.name() + "\n"
                                + words.get(
                                        InsightWords.decided(stats) == 0
                                                ? "insights.trend.not.yet"
                                                : "insights.trend.show"),
                        "strong"));
    }

    private PolicyColumn outcome() {
        return column(
                "outcome",
                5.8,
                Comparator.comparingLong(InsightWords::decided),
                _ -> Optional.empty(),
                () -> new OutcomeCell(words));
    }

    private PolicyColumn number(
            String id, double width, ToLongFunction<PolicyStats> value, Function<PolicyStats, Drill> drill) {
        var column = column(
                id,
                width,
                Comparator.comparingLong(value),
                stats -> value.applyAsLong(stats) == 0 ? Optional.empty() : Optional.of(opening(drill.apply(stats))),
                () -> new FigureCell(
                        stats -> words.number(value.applyAsLong(stats)), _ -> words.get("insights.help." + id), "num"));
        column.getStyleClass().add("num");
        swatch(id).ifPresent(column::setGraphic);
        return column;
    }

    /** The pattern of the bar stands at the name of the column, so that the bar needs no legend. */
    private static Optional<Node> swatch(String id) {
        var pattern =
                switch (id) {
                    case "approved" -> "outcome-yes";
                    case "rejected" -> "outcome-no";
                    case "pending" -> "outcome-open";
                    default -> "";
                };
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        var swatch = new Region();
        swatch.getStyleClass().addAll("outcome-part", pattern, "outcome-swatch");
        return Optional.of(swatch);
    }

    private PolicyColumn precision() {
        var column = column(
                "precision",
                9.1,
                Comparator.comparingDouble(stats -> InsightWords.isThin(stats)
                        ? -1
                        : stats.decidedPrecision().orElse(-1)),
                stats -> InsightWords.decided(stats) == 0
                        ? Optional.empty()
                        : Optional.of(opening(drills.decided(stats))),
                () -> new ShareCell(this::precision));
        column.getStyleClass().add("num");
        return column;
    }

    private ShareCell.Share precision(PolicyStats stats) {
        long decided = InsightWords.decided(stats);
        var drawn = WilsonInterval.of(stats.approved(), decided)
                .map(range -> new ShareCell.Drawn(
                        range.low(), stats.approved() / (double) decided, range.high(), InsightWords.isThin(decided)));
        return new ShareCell.Share(
                words.precision(stats),
                InsightWords.hasOutcome(stats) ? words.precisionRange(stats) : "",
                words.precisionHelp(stats),
                drawn);
    }

    private PolicyColumn recall() {
        var column = column(
                "recall",
                9.1,
                Comparator.comparingDouble(stats -> report().recall(stats)
                        .filter(recall -> recall.missing() == 0)
                        .map(recall -> recall.value())
                        .orElse(-1.0)),
                stats -> report().recall(stats).map(_ -> opening(drills.missed(stats))),
                () -> new ShareCell(this::recall));
        column.getStyleClass().add("num");
        return column;
    }

    private ShareCell.Share recall(PolicyStats stats) {
        return report().recall(stats)
                .map(recall -> new ShareCell.Share(
                        recalls.value(recall),
                        recalls.range(recall),
                        recalls.help(recall),
                        Optional.of(new ShareCell.Drawn(
                                recall.low(), recall.value(), recall.high(), recall.missing() > 0))))
                .orElseGet(() -> new ShareCell.Share(
                        InsightWords.NONE, "", words.get("insights.recall.missing"), Optional.empty()));
    }

    private PolicyColumn trust() {
        var column = column(
                "trust",
                9.1,
                Comparator.comparing(
                        stats -> report().trust(stats).map(PolicyTrust::level).orElse(TrustLevel.SUGGEST)),
                stats -> report().trust(stats)
                        .filter(trust -> trust.level() == TrustLevel.AUTOMATIC)
                        .map(trust -> () -> model.demote(trust.policyId(), trust.name())),
                () -> new TrustCell(stats -> report().trust(stats), words));
        column.setVisible(false);
        model.reportProperty()
                .subscribe(report -> column.setVisible(!report.trust().isEmpty()));
        return column;
    }

    private InsightReport report() {
        return model.reportProperty().get();
    }

    private Runnable opening(Drill drill) {
        return () -> model.drill().open(drill);
    }

    private PolicyColumn column(
            String id,
            double width,
            Comparator<PolicyStats> order,
            Function<PolicyStats, Optional<Runnable>> press,
            Supplier<TableCell<PolicyStats, PolicyStats>> cell) {
        var column = new PolicyColumn(id, words.get("insights.column." + id), width, order, press);
        column.setCellFactory(_ -> column.pressable(cell.get()));
        return column;
    }
}
