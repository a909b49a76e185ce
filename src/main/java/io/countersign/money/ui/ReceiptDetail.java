package io.countersign.money.ui;

import io.countersign.money.Receipt;
import io.countersign.shared.ui.SectionLabel;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Everything about the chosen receipt: the amount and where it stands, a way to correct it, and the mails behind it. */
final class ReceiptDetail extends VBox {
    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final Label merchant = new Label();
    private final Label amount = new Label();
    private final Label kind = new Label();
    private final Label status = new Label();
    private final GridPane facts = new GridPane();
    private final FlowPane buttons = new FlowPane();
    private final VBox form = new VBox();
    private final MailsPane mails;
    private final ScrollPane scroll = new ScrollPane();

    ReceiptDetail(ReceiptsViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        mails = new MailsPane(model, words);
        setId("receipt-detail");
        getStyleClass().addAll("card", "receipt-detail");
        facts.getStyleClass().add("facts");
        form.getStyleClass().add("correction");
        buttons();
        var content = new VBox(facts, buttons, form, mails);
        content.getStyleClass().add("receipt-body");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), scroll);
        model.selectedProperty().subscribe(row -> row.ifPresent(this::show));
        model.correctingProperty().subscribe(this::correct);
    }

    private HBox header() {
        merchant.getStyleClass().add("subtitle");
        merchant.setWrapText(true);
        merchant.setMinHeight(USE_PREF_SIZE);
        amount.getStyleClass().addAll("figure", "detail-amount");
        amount.setWrapText(true);
        amount.setMinHeight(USE_PREF_SIZE);
        status.managedProperty().bind(status.visibleProperty());
        var chips = new FlowPane(kind, status);
        chips.getStyleClass().add("chips");
        var text = new VBox(merchant, amount, chips);
        text.getStyleClass().add("detail-words");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var icon = new FontIcon("mdi2c-close");
        var close = new Button(null, icon);
        close.setId("close-detail");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(words.get("money.detail.close"));
        close.setTooltip(new Tooltip(words.get("money.detail.close")));
        close.setOnAction(_ -> model.selectedProperty().set(Optional.empty()));
        var header = new HBox(text, close);
        header.getStyleClass().add("receipt-header");
        header.setMinHeight(USE_PREF_SIZE);
        return header;
    }

    private void buttons() {
        var correct = new Button(words.get("money.correct"));
        correct.setId("correct");
        correct.setOnAction(_ -> model.correctingProperty().set(true));
        var dismiss = new Button(words.get("money.dismiss"));
        dismiss.setId("dismiss");
        dismiss.getStyleClass().add("reject");
        dismiss.setTooltip(new Tooltip(words.get("money.dismiss.help")));
        dismiss.setOnAction(_ -> model.dismiss());
        buttons.getStyleClass().add("chips");
        buttons.getChildren().addAll(correct, dismiss);
        buttons.managedProperty().bind(buttons.visibleProperty());
        buttons.visibleProperty().bind(model.correctingProperty().not());
        facts.managedProperty().bind(facts.visibleProperty());
        facts.visibleProperty().bind(model.correctingProperty().not());
        form.managedProperty().bind(form.visibleProperty());
        form.visibleProperty().bind(model.correctingProperty());
    }

    private void show(ReceiptRow row) {
        merchant.setText(words.merchant(row));
        amount.setText((row.currency() + " " + words.amount(row)).strip());
        KindCell.show(kind, status, row, words);
        facts.getChildren().clear();
        fact("money.fact.date", words.date(row.date()));
        row.orderId().ifPresent(id -> fact("money.fact.order", id));
        row.leading().facts().paymentId().ifPresent(id -> fact("money.fact.payment", id));
        if (!row.category().isEmpty()) {
            fact("money.fact.category", words.category(row.category()));
        }
        fact("money.fact.evidence", row.isByHand() ? words.get("money.evidence.by.hand") : words.where(row));
        row.receipt()
                .map(Receipt::confidence)
                .filter(_ -> !row.isByHand())
                .ifPresent(sure -> fact("money.fact.confidence", words.formats().percent(sure)));
        mails.show(row);
        scroll.setVvalue(0);
    }

    private void fact(String key, String text) {
        int line = facts.getRowCount();
        var name = new SectionLabel(words.get(key));
        name.setMinWidth(USE_PREF_SIZE);
        var value = new Label(text);
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        GridPane.setHgrow(value, Priority.ALWAYS);
        facts.addRow(line, name, value);
    }

    private void correct(boolean correcting) {
        form.getChildren().clear();
        if (correcting) {
            model.selectedProperty().get().ifPresent(row -> {
                var fields = new CorrectionForm(model, words, row);
                form.getChildren().setAll(fields);
                fields.begin();
            });
            scroll.setVvalue(0);
        }
    }
}
