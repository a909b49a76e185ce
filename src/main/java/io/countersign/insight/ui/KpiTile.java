package io.countersign.insight.ui;

import io.countersign.insight.ui.chart.IntervalBar;
import io.countersign.insight.ui.chart.Sparkline;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One figure with its name, how it came about, and what to make of it; pressing it shows its mails. */
final class KpiTile extends PressableBox {
    private final SectionLabel name = new SectionLabel();
    private final Label figure = new Label();
    private final Label note = new Label();
    private final Sparkline line = new Sparkline();
    private final IntervalBar interval = new IntervalBar();
    private final Tooltip tooltip = new Tooltip();

    KpiTile(String id, String title, String help) {
        setId(id);
        getStyleClass().addAll("card", "tile", "kpi");
        name.setText(title);
        name.setWrapText(true);
        figure.getStyleClass().add("figure");
        figure.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        name.setMinHeight(USE_PREF_SIZE);
        interval.setVisible(false);
        interval.managedProperty().bind(interval.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var middle = new HBox(figure, gap, line, interval);
        middle.getStyleClass().add("kpi-middle");
        middle.setMinWidth(0);
        getChildren().addAll(name, middle, note);
        tooltip.setText(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        Tooltip.install(this, tooltip);
        setAccessibleHelp(help);
        setMinWidth(0);
    }

    /** Shows a figure; a screen reader hears name, figure and note together. */
    void show(String value, String about) {
        figure.setText(value);
        note.setText(about);
        setAccessibleText(name.getText() + ": " + value + ". " + about);
    }

    /** Draws how it came about, by week. */
    void draw(List<OptionalDouble> byWeek) {
        line.show(byWeek);
    }

    /** Draws between which shares it lies. */
    void draw(RecallTotal recall) {
        interval.setVisible(true);
        interval.show(recall.low(), recall.value(), recall.high(), recall.missing() > 0);
    }

    /** Draws no interval. */
    void drawNothing() {
        interval.setVisible(false);
        line.show(List.of());
    }
}
