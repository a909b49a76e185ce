package io.countersign.money.ui;

import io.countersign.money.Figure;
import io.countersign.money.Receipt;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Amounts under each other, each with a bar as long as its share; each opens its receipts. */
final class ShareList {
    private static final int SHOWN = 30;

    private final MoneyWords words;
    private final String currency;
    private final BiConsumer<String, List<Receipt>> onOpen;

    ShareList(MoneyWords words, String currency, BiConsumer<String, List<Receipt>> onOpen) {
        this.words = words;
        this.currency = currency;
        this.onOpen = onOpen;
    }

    /** Adds a heading and a line for each figure; what comes after the first thirty is one line in words. */
    void addTo(Pane pane, String title, Map<String, Figure> figures, UnaryOperator<String> names) {
        var heading = new SectionLabel(title);
        heading.getStyleClass().add("totals-heading");
        pane.getChildren().add(heading);
        double largest = figures.values().stream()
                .mapToDouble(figure -> figure.total().abs().doubleValue())
                .max()
                .orElse(1);
        figures.entrySet().stream()
                .limit(SHOWN)
                .map(entry -> line(names.apply(entry.getKey()), entry.getValue(), Math.max(largest, Double.MIN_NORMAL)))
                .forEach(pane.getChildren()::add);
        if (figures.size() > SHOWN) {
            var more =
                    new Label(words.get("money.spending.more", words.formats().number(figures.size() - SHOWN)));
            more.getStyleClass().add("muted");
            pane.getChildren().add(more);
        }
    }

    private Button line(String title, Figure figure, double largest) {
        var name = new Label(title);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var amount = new Label(words.formats().rounded(figure.total(), currency));
        amount.getStyleClass().add("num");
        amount.setMinWidth(Label.USE_PREF_SIZE);
        var text = new HBox(name, amount);
        text.getStyleClass().add("share-words");
        var both = new VBox(text, new ShareBar(figure.total().abs().doubleValue() / largest));
        both.getStyleClass().add("share");
        var line = new Button(null, both);
        line.getStyleClass().setAll("share-line");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        both.prefWidthProperty().bind(line.widthProperty().subtract(12));
        line.setAccessibleText(
                words.get("money.share.spoken", name.getText(), words.money(figure.total(), currency), figure.count()));
        line.setOnAction(_ -> onOpen.accept(title + " · " + currency, figure.receipts()));
        return line;
    }
}
