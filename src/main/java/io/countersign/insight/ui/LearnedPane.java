package io.countersign.insight.ui;

import io.countersign.learning.UserWeight;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What decisions taught, each line with its weight and a way to forget it. */
final class LearnedPane extends VBox {
    private static final int SHOWN = 40;

    private final InsightsViewModel model;
    private final InsightWords words;

    LearnedPane(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("learned");
        model.reportProperty().subscribe(this::show);
    }

    private void show(InsightReport report) {
        getChildren().clear();
        if (report.weights().isEmpty()) {
            var nothing = new Label(words.get("insights.nothing.learned"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            getChildren().add(nothing);
        }
        section("insights.keep", report.keeps());
        section("insights.clear", report.clears());
    }

    private void section(String key, List<UserWeight> weights) {
        if (!weights.isEmpty()) {
            var heading = new SectionLabel(words.get(key));
            heading.getStyleClass().add("learned-heading");
            getChildren().add(heading);
            weights.stream().limit(SHOWN).map(this::line).forEach(getChildren()::add);
            if (weights.size() > SHOWN) {
                var more = new Label(words.get("insights.more.learned", words.number(weights.size() - SHOWN)));
                more.getStyleClass().add("muted");
                getChildren().add(more);
            }
        }
    }

    private HBox line(UserWeight weight) {
        var name = new Label(words.feature(weight.feature()));
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the beginning says of what kind, the end is what differs
        name.setTooltip(new Tooltip(name.getText()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var number = new Label(words.signed(weight.weight()));
        number.getStyleClass().add("num");
        number.setMinWidth(USE_PREF_SIZE);
        var icon = new FontIcon("mdi2c-close");
        icon.getStyleClass().add("icon-small");
        var reset = new Button(null, icon);
        reset.getStyleClass().add("icon-button");
        reset.setAccessibleText(words.get("insights.reset.one.title", name.getText()));
        reset.setTooltip(new Tooltip(words.get("insights.reset.one")));
        reset.setOnAction(_ -> model.forget(weight.feature(), name.getText()));
        var line = new HBox(name, number, reset);
        line.getStyleClass().add("learned-line");
        return line;
    }
}
