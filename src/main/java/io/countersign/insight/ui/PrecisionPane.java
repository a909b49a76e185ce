package io.countersign.insight.ui;

import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.ui.chart.BandChart;
import io.countersign.insight.ui.chart.BandPoint;
import io.countersign.shared.WilsonInterval;
import io.countersign.shared.ui.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** Precision by week with its interval, of all policies or of one beside all. */
final class PrecisionPane extends VBox {
    private final InsightsViewModel model;
    private final InsightWords words;
    private final DrillWords drills;
    private final BandChart chart;
    private final Label title = new Label();
    private final Label readout = new Label();
    private final Label nothing = new Label();
    private final HBox legend = new HBox();
    private final ComboBox<Choice<OptionalLong>> policies = new ComboBox<>();
    private boolean filling;

    PrecisionPane(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        drills = new DrillWords(words);
        chart = new BandChart(words::percent, this::open, point -> readout.setText(point.words()));
        chart.setId("precision-chart");
        getStyleClass().addAll("card", "chart-card");
        setMinWidth(0);
        nothing.getStyleClass().addAll("muted", "chart-empty");
        nothing.setWrapText(true);
        readout.getStyleClass().addAll("muted", "small", "readout");
        readout.setWrapText(true);
        readout.setMinHeight(USE_PREF_SIZE);
        var area = new StackPane(chart, nothing);
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(head(), area, readout);
        model.reportProperty().subscribe(_ -> show());
        model.policyProperty().subscribe(_ -> show());
    }

    private HBox head() {
        title.setText(words.get("insights.trend"));
        title.getStyleClass().add("strong");
        title.setMinHeight(USE_PREF_SIZE);
        var unit = new Label(words.get("insights.trend.unit"));
        unit.getStyleClass().addAll("muted", "small");
        unit.setWrapText(true);
        unit.setMinHeight(USE_PREF_SIZE);
        var left = new VBox(title, unit);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        policies.setId("trend-policy");
        policies.setAccessibleText(words.get("insights.trend.policy"));
        policies.setOnAction(_ -> {
            if (!filling && policies.getValue() != null) {
                model.policyProperty().set(policies.getValue().value());
            }
        });
        legend();
        var right = new VBox(policies, legend);
        right.getStyleClass().add("trend-choice");
        right.setMinWidth(0);
        var head = new HBox(left, right);
        head.getStyleClass().add("chart-head");
        return head;
    }

    private void legend() {
        legend.getStyleClass().add("chart-legend");
        legend.getChildren().addAll(sample("chart-line"), small("insights.trend.chosen"));
        legend.getChildren().addAll(sample("chart-beside"), small("insights.policy.all"));
        legend.managedProperty().bind(legend.visibleProperty());
        legend.setMinWidth(USE_PREF_SIZE);
    }

    private static Line sample(String styleClass) {
        var line = new Line(0, 0, 22, 0);
        line.getStyleClass().add(styleClass);
        return line;
    }

    private Label small(String key) {
        var label = new Label(words.get(key));
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        var report = model.reportProperty().get();
        var policy = model.policyProperty().get();
        fill(report, policy);
        var points = points(report.decidedWeeks(policy));
        chart.show(points, policy.isEmpty() ? List.of() : during(points, report.decidedWeeks(OptionalLong.empty())));
        boolean empty = points.isEmpty();
        chart.setVisible(!empty);
        nothing.setVisible(empty && model.loadedProperty().get());
        nothing.setText(words.get(report.isEmpty() ? "insights.trend.never" : "insights.trend.none"));
        legend.setVisible(policy.isPresent() && !empty);
        readout.setText(empty ? "" : help(report, policy));
        chart.setAccessibleText(title.getText() + ". " + readout.getText());
    }

    private String help(InsightReport report, OptionalLong policy) {
        long decided = report.decidedWeeks(policy).stream()
                .mapToLong(week -> week.approved() + week.rejected())
                .sum();
        return InsightWords.isThin(decided)
                ? words.get("insights.precision.thin", InsightsViewModel.missing(decided), words.number(decided))
                : words.get("insights.trend.help");
    }

    private void fill(InsightReport report, OptionalLong policy) {
        var choices = new ArrayList<Choice<OptionalLong>>();
        choices.add(new Choice<>(OptionalLong.empty(), words.get("insights.policy.all")));
        report.decidedPolicies()
                .forEach(stats -> choices.add(new Choice<>(OptionalLong.of(stats.policyId()), stats.name())));
        filling = true;
        if (!policies.getItems().equals(choices)) {
            policies.getItems().setAll(choices);
        }
        choices.stream()
                .filter(choice -> choice.value().equals(policy))
                .findFirst()
                .ifPresent(policies::setValue);
        filling = false;
        policies.setVisible(choices.size() > 2);
        policies.setManaged(policies.isVisible());
    }

    /** Of all policies, the weeks from the first to the last of one. */
    private List<BandPoint> during(List<BandPoint> points, List<Week> all) {
        return points.isEmpty()
                ? List.of()
                : points(all.stream()
                        .filter(week -> !week.monday()
                                        .isBefore(points.getFirst().at())
                                && !week.monday().isAfter(points.getLast().at()))
                        .toList());
    }

    private List<BandPoint> points(List<Week> weeks) {
        var points = new ArrayList<BandPoint>();
        int year = -1;
        for (var week : weeks) {
            long decided = week.approved() + week.rejected();
            var range = week.precision().orElse(new WilsonInterval(0, 1));
            boolean newYear = year >= 0 && week.monday().getYear() != year;
            year = week.monday().getYear();
            points.add(new BandPoint(
                    week.monday(),
                    week.approved() / (double) decided,
                    range.low(),
                    range.high(),
                    InsightWords.isThin(decided),
                    words.axisDay(week.monday(), newYear),
                    words.week(week)));
        }
        return points;
    }

    private void open(BandPoint point) {
        var report = model.reportProperty().get();
        var policy = model.policyProperty().get();
        report.decidedWeeks(policy).stream()
                .filter(week -> week.monday().equals(point.at()))
                .findFirst()
                .ifPresent(week -> model.drill().open(drills.week(week, policy, report)));
    }

    /** Gives the keyboard to the chart. */
    void focusChart() {
        chart.requestFocus();
    }
}
