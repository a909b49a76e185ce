package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One pair in the list: whose charge, how much, and how likely it is a double or what was said about it. */
final class PairCell extends ListCell<DuplicatePair> {
    private final MoneyWords words;
    private final Label merchant = new Label();
    private final Label amount = new Label();
    private final Label apart = new Label();
    private final Label chip = new Label();
    private final VBox both;

    PairCell(MoneyWords words) {
        this.words = words;
        merchant.getStyleClass().add("strong");
        merchant.setMinWidth(0);
        merchant.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(merchant, Priority.ALWAYS);
        amount.getStyleClass().add("num");
        amount.setMinWidth(USE_PREF_SIZE);
        apart.getStyleClass().addAll("muted", "small");
        apart.setMinWidth(0);
        apart.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(apart, Priority.ALWAYS);
        chip.setMinWidth(USE_PREF_SIZE);
        both = new VBox(row(merchant, amount), row(apart, chip));
        both.getStyleClass().add("pair-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DuplicatePair pair, boolean empty) {
        super.updateItem(pair, empty);
        if (empty || pair == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var later = pair.later();
        merchant.setText(words.merchant(ReceiptRow.of(later)));
        amount.setText(words.money(later.amount(), later.currency()));
        apart.setText(words.apart(pair));
        chip.getStyleClass().setAll("label", "chip");
        if (pair.answer().isPresent()) {
            boolean duplicate = pair.answer().get();
            chip.setText(words.get(duplicate ? "money.pair.duplicate" : "money.pair.distinct"));
            chip.getStyleClass().add(duplicate ? "bad" : "ok");
        } else {
            chip.setText(words.get("money.pair.suspicion", words.formats().percent(pair.suspicion())));
            chip.getStyleClass().add("warn");
        }
        setGraphic(both);
        setAccessibleText(String.join(", ", merchant.getText(), amount.getText(), apart.getText(), chip.getText()));
    }

    private static HBox row(Label left, Label right) {
        var row = new HBox(left, right);
        row.getStyleClass().add("pair-line");
        return row;
    }
}
