package io.countersign.insight.ui;

import io.countersign.insight.InsightSnapshot.Bin;
import io.countersign.insight.InsightSnapshot.Calibration;
import io.countersign.insight.ui.chart.CalibrationChart;
import io.countersign.insight.ui.chart.CalibrationPoint;
import io.countersign.shared.WilsonInterval;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Whether what was proposed with so much confidence was approved as often. */
final class CalibrationPane extends VBox {
    private static final PseudoClass THIN = PseudoClass.getPseudoClass("thin");

    private final InsightWords words;
    private final CalibrationChart chart;
    private final Label unit = new Label();
    private final Label readout = new Label();
    private final Label nothing = new Label();
    private List<Bin> bins = List.of();

    CalibrationPane(InsightsViewModel model, InsightWords words) {
        this.words = words;
        var drills = new DrillWords(words);
        chart = new CalibrationChart(
                words::percent,
                words.get("insights.calibration.said"),
                words.get("insights.calibration.happened"),
                i -> model.drill().open(drills.bin(bins.get(i))),
                i -> readout.setText(words.bin(bins.get(i))));
        chart.setId("calibration-chart");
        getStyleClass().addAll("card", "chart-card");
        setMinWidth(0);
        var title = new Label(words.get("insights.calibration"));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        for (var label : List.of(unit, readout)) {
            label.getStyleClass().addAll("muted", "small");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        readout.getStyleClass().addAll("readout", "two-lined");
        nothing.getStyleClass().addAll("muted", "chart-empty");
        nothing.setWrapText(true);
        var area = new StackPane(chart, nothing);
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(title, unit, area, readout);
        model.reportProperty().subscribe(report -> show(report.snapshot().calibration()));
    }

    private void show(Calibration calibration) {
        bins = calibration.bins().stream().filter(bin -> bin.decisions() > 0).toList();
        chart.show(bins.stream().map(bin -> point(bin, calibration)).toList());
        chart.pseudoClassStateChanged(THIN, calibration.missing() > 0);
        chart.setVisible(!bins.isEmpty());
        nothing.setVisible(bins.isEmpty());
        nothing.setText(words.get("insights.calibration.none"));
        unit.setText(
                words.get("insights.calibration.unit", calibration.decisions(), words.number(calibration.decisions())));
        readout.setText(bins.isEmpty() ? "" : words.calibration(calibration));
        chart.setAccessibleText(words.get("insights.calibration") + " " + unit.getText() + ". " + readout.getText());
    }

    private CalibrationPoint point(Bin bin, Calibration calibration) {
        var range = bin.approval().orElse(new WilsonInterval(0, 1));
        return new CalibrationPoint(
                bin.mean(),
                bin.approved() / (double) bin.decisions(),
                range.low(),
                range.high(),
                bin.decisions() / (double) calibration.decisions(),
                calibration.missing() > 0 || InsightWords.isThin(bin.decisions()),
                words.bin(bin));
    }
}
