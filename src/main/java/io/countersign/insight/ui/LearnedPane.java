package io.countersign.insight.ui;

import io.countersign.learning.UserWeight;
import io.countersign.shared.ui.SectionLabel;
import io.countersign.shared.ui.SignedBar;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What decisions taught: each feature with its weight as a signed bar, its mails behind it, and a way to forget it. */
final class LearnedPane extends VBox {
    private static final int SHOWN = 40;
    private static final double BAR = 5;

    private final InsightsViewModel model;
    private final InsightWords words;
    private final DrillWords drills;

    LearnedPane(InsightsViewModel model, InsightWords words) {
        this.model = model;
        this.words = words;
        drills = new DrillWords(words);
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
        double strongest = report.weights().stream()
                .mapToDouble(weight -> Math.abs(weight.weight()))
                .max()
                .orElse(1);
        section("insights.keep", report.keeps(), strongest);
        section("insights.clear", report.clears(), strongest);
    }

    private void section(String key, List<UserWeight> weights, double strongest) {
        if (!weights.isEmpty()) {
            var heading = new SectionLabel(words.get(key));
            heading.getStyleClass().add("learned-heading");
            getChildren().add(heading);
            weights.stream().limit(SHOWN).map(weight -> line(weight, strongest)).forEach(getChildren()::add);
            if (weights.size() > SHOWN) {
                var more = new Label(words.get("insights.more.learned", words.number(weights.size() - SHOWN)));
                more.getStyleClass().add("muted");
                getChildren().add(more);
            }
        }
    }

    private HBox line(UserWeight weight, double strongest) {
        var name = new Label(words.feature(weight.feature()));
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the beginning says of what kind, the end is what differs
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var number = new Label(words.signed(weight.weight()));
        number.getStyleClass().add("num");
        number.setMinWidth(USE_PREF_SIZE);
        var first = new HBox(name, number);
        first.getStyleClass().add("learned-words");
        var content = new VBox(2, first, new SignedBar(weight.weight() / Math.max(strongest, 1e-9), BAR));
        var mails = new Button(null, content);
        mails.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        mails.getStyleClass().setAll("share-line", "learned-mails");
        mails.setMinWidth(0);
        mails.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(mails, Priority.ALWAYS);
        content.prefWidthProperty().bind(mails.widthProperty().subtract(14));
        mails.setTooltip(new Tooltip(name.getText() + "\n" + words.get("insights.learned.help")));
        mails.setAccessibleText(name.getText() + ", " + number.getText());
        mails.setOnAction(_ -> model.drill().open(drills.feature(weight.feature())));
        var line = new HBox(mails, reset(weight, name.getText()));
        line.getStyleClass().add("learned-line");
        return line;
    }

    private Button reset(UserWeight weight, String name) {
        var icon = new FontIcon("mdi2c-close");
        icon.getStyleClass().add("icon-small");
        var reset = new Button(null, icon);
        reset.getStyleClass().addAll("icon-button", "reset");
        reset.setAccessibleText(words.get("insights.reset.one.title", name));
        reset.setTooltip(new Tooltip(words.get("insights.reset.one")));
        reset.setOnAction(_ -> model.forget(weight.feature(), name));
        return reset;
    }
}
