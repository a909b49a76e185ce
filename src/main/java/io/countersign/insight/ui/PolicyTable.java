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
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Sets up the table of policies: each number opens its mails, by mouse or by arrow keys and Enter. */
final class PolicyTable {
    private static final double NUMBER_GROWTH = 1.3;
    private static final double PADDING = 2;

    private final TableView<PolicyStats> table;
    private final InsightsViewModel model;
    private final InsightWords words;
    private final DrillWords drills;

    private PolicyTable(TableView<PolicyStats> table, InsightsViewModel model, InsightWords words) {
        this.table = table;
        this.model = model;
        this.words = words;
        drills = new DrillWords(words);
    }

    static PolicyTable prepare(TableView<PolicyStats> table, InsightsViewModel model, InsightWords words) {
        var made = new PolicyTable(table, model, words);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.addEventFilter(KeyEvent.KEY_PRESSED, made::pressed);
        made.name();
        made.number("fired", 4.7, PolicyStats::fired, made.drills::fired);
        made.outcome();
        made.number("approved", 4.8, PolicyStats::approved, stats -> made.drills.decided(stats, true));
        made.number("rejected", 5.1, PolicyStats::rejected, stats -> made.drills.decided(stats, false));
        made.number("pending", 5.7, PolicyStats::pending, made.drills::pending);
        made.precision();
        made.recall();
        made.trust();
        return made;
    }

    /** Gives the columns their widths at this text size; where there is no room for them all, the table scrolls sideways. */
    void fit(double em, double width) {
        var shown = columns();
        double needed = shown.stream()
                .filter(PolicyColumn::isVisible)
                .mapToDouble(column -> column.narrowestEm() * em)
                .sum();
        boolean all = width >= needed + PADDING;
        table.setColumnResizePolicy(
                all ? TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN : TableView.UNCONSTRAINED_RESIZE_POLICY);
        double extra = all ? width - PADDING - needed : 0;
        shown.forEach(column -> fit(column, em, extra));
    }

    private static void fit(PolicyColumn column, double em, double extra) {
        double narrowest = Math.floor(column.narrowestEm() * em);
        column.setMinWidth(narrowest);
        column.setPrefWidth(narrowest + extra * grows(column));
        if (column.getStyleClass().contains("num")) {
            column.setMaxWidth(Math.max(narrowest, NUMBER_GROWTH * narrowest));
        }
    }

    private static double grows(PolicyColumn column) {
        return switch (column.getId()) {
            case "policy" -> 0.55;
            case "outcome" -> 0.45;
            default -> 0;
        };
    }

    private List<PolicyColumn> columns() {
        return table.getColumns().stream().map(PolicyColumn.class::cast).toList();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() != KeyCode.ENTER && key.getCode() != KeyCode.SPACE) {
            return;
        }
        var cell = table.getFocusModel().getFocusedCell();
        if (cell.getTableColumn() instanceof PolicyColumn column
                && cell.getRow() >= 0
                && cell.getRow() < table.getItems().size()) {
            column.press(table.getItems().get(cell.getRow()));
            key.consume();
        }
    }

    private void name() {
        add(
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

    private void outcome() {
        add(
                "outcome",
                5.8,
                Comparator.comparingLong(InsightWords::decided),
                _ -> Optional.empty(),
                () -> new OutcomeCell(words));
    }

    private void number(
            String id, double width, ToLongFunction<PolicyStats> value, Function<PolicyStats, Drill> drill) {
        var column = add(
                id,
                width,
                Comparator.comparingLong(value),
                stats -> value.applyAsLong(stats) == 0 ? Optional.empty() : Optional.of(opening(drill.apply(stats))),
                () -> new FigureCell(
                        stats -> words.number(value.applyAsLong(stats)), _ -> words.get("insights.help." + id), "num"));
        column.getStyleClass().add("num");
        swatch(id).ifPresent(column::setGraphic);
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

    private void precision() {
        var column = add(
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

    private void recall() {
        var column = add(
                "recall",
                9.1,
                Comparator.comparingDouble(stats -> report().recall(stats)
                        .filter(recall -> recall.missing() == 0)
                        .map(recall -> recall.value())
                        .orElse(-1.0)),
                stats -> report().recall(stats).map(_ -> opening(drills.missed(stats))),
                () -> new ShareCell(this::recall));
        column.getStyleClass().add("num");
    }

    private ShareCell.Share recall(PolicyStats stats) {
        return report().recall(stats)
                .map(recall -> new ShareCell.Share(
                        words.recall(recall),
                        words.recallRange(recall),
                        words.recallHelp(recall),
                        Optional.of(new ShareCell.Drawn(
                                recall.low(), recall.value(), recall.high(), recall.missing() > 0))))
                .orElseGet(() -> new ShareCell.Share(
                        InsightWords.NONE, "", words.get("insights.recall.missing"), Optional.empty()));
    }

    private void trust() {
        var column = add(
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
    }

    private InsightReport report() {
        return model.reportProperty().get();
    }

    private Runnable opening(Drill drill) {
        return () -> model.drill().open(drill);
    }

    private PolicyColumn add(
            String id,
            double width,
            Comparator<PolicyStats> order,
            Function<PolicyStats, Optional<Runnable>> press,
            Supplier<TableCell<PolicyStats, PolicyStats>> cell) {
        var column = new PolicyColumn(id, words.get("insights.column." + id), width, order, press);
        column.setCellFactory(_ -> column.pressable(cell.get()));
        table.getColumns().add(column);
        return column;
    }
}
