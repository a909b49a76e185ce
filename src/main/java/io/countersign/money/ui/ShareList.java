package io.countersign.money.ui;

import io.countersign.money.ui.SpendingReport.Share;
import io.countersign.shared.ui.SectionLabel;
import java.util.List;
import java.util.function.Consumer;
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
    private final Consumer<Share> onOpen;

    ShareList(MoneyWords words, String currency, Consumer<Share> onOpen) {
        this.words = words;
        this.currency = currency;
        this.onOpen = onOpen;
    }

    /** Adds a heading and a line for each share; what comes after the first thirty is one line in words. */
    void addTo(Pane pane, String title, List<Share> shares) {
        var heading = new SectionLabel(title);
        heading.getStyleClass().add("totals-heading");
        pane.getChildren().add(heading);
        double largest = SpendingViewModel.largest(shares);
        shares.stream().limit(SHOWN).map(share -> line(share, largest)).forEach(pane.getChildren()::add);
        if (shares.size() > SHOWN) {
            var more =
                    new Label(words.get("money.spending.more", words.formats().number(shares.size() - SHOWN)));
            more.getStyleClass().add("muted");
            pane.getChildren().add(more);
        }
    }

    private Button line(Share share, double largest) {
        var name = new Label(words.name(share.name()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var amount = new Label(words.formats().rounded(share.amount(), currency));
        amount.getStyleClass().add("num");
        amount.setMinWidth(Label.USE_PREF_SIZE);
        var text = new HBox(name, amount);
        text.getStyleClass().add("share-words");
        var both = new VBox(text, new ShareBar(share.amount().abs().doubleValue() / largest));
        both.getStyleClass().add("share");
        var line = new Button(null, both);
        line.getStyleClass().setAll("share-line");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        both.prefWidthProperty().bind(line.widthProperty().subtract(12));
        line.setAccessibleText(words.get(
                "money.share.spoken",
                name.getText(),
                words.money(share.amount(), currency),
                share.receipts().size()));
        line.setOnAction(_ -> onOpen.accept(share));
        return line;
    }
}
