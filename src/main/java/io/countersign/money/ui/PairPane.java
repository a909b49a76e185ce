package io.countersign.money.ui;

import io.countersign.money.DuplicatePair;
import io.countersign.money.Receipt;
import io.countersign.shared.ui.SectionLabel;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Both charges of a pair beside each other, with what differs marked by a sign and in words, and the question below. */
final class PairPane extends VBox {
    private final DuplicatesViewModel model;
    private final MoneyWords words;
    private final Label title = new Label();
    private final GridPane grid = new GridPane();
    private final VBox reasons = new VBox();
    private final Label verdict = new Label();
    private final Button again = new Button();

    PairPane(DuplicatesViewModel model, MoneyWords words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("pair");
        title.getStyleClass().add("subtitle");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        columns();
        reasons.getStyleClass().add("pair-reasons");
        var content = new VBox(title, grid, reasons);
        content.getStyleClass().add("pair-body");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, footer());
        model.currentProperty().subscribe(pair -> pair.ifPresent(this::show));
    }

    private void columns() {
        grid.getStyleClass().add("pair-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var marks = new ColumnConstraints();
        marks.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(names, side(), marks, side());
    }

    private static ColumnConstraints side() {
        var side = new ColumnConstraints();
        side.setHgrow(Priority.ALWAYS);
        side.setPercentWidth(38);
        side.setMinWidth(0);
        return side;
    }

    private FlowPane footer() {
        var duplicate = answer("duplicate", "D", true);
        duplicate.getStyleClass().add("reject");
        var distinct = answer("distinct", "N", false);
        again.setText(words.get("money.pair.again"));
        again.setId("ask-again");
        again.getStyleClass().add("quiet");
        again.setOnAction(_ -> model.reopen());
        again.managedProperty().bind(again.visibleProperty());
        verdict.getStyleClass().add("muted");
        verdict.managedProperty().bind(verdict.visibleProperty());
        var footer = new FlowPane(duplicate, distinct, verdict, again);
        footer.getStyleClass().addAll("card-footer", "pair-footer");
        footer.setMinHeight(USE_PREF_SIZE);
        return footer;
    }

    private Button answer(String id, String key, boolean isDuplicate) {
        var kbd = new Label(key);
        kbd.getStyleClass().add("kbd");
        var button = new Button(words.get("money.pair.say." + id), kbd);
        button.setId("say-" + id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.answer(isDuplicate));
        return button;
    }

    private void show(DuplicatePair pair) {
        title.setText(words.get(
                "money.pair.title",
                words.merchant(ReceiptRow.of(pair.later())),
                words.money(pair.later().amount(), pair.later().currency()),
                words.apart(pair)));
        grid.getChildren().clear();
        head(pair);
        line("date", pair, receipt -> words.date(receipt.date()));
        line("order", pair, receipt -> receipt.orderId().orElse("–"));
        line("kind", pair, receipt -> words.kind(receipt.kind()));
        line("mail", pair, receipt -> words.subject(receipt.leading()));
        plain(
                "received",
                pair,
                receipt -> words.formats()
                        .dateTime(receipt.leading().message().envelope().receivedAt()));
        plain("evidence", pair, receipt -> words.where(ReceiptRow.of(receipt)));
        reasons.getChildren().setAll(new SectionLabel(words.get("money.pair.why")));
        pair.reasons().forEach(reason -> reasons.getChildren().add(reason(words.reason(reason))));
        verdict.setVisible(pair.answer().isPresent());
        again.setVisible(pair.answer().isPresent());
        verdict.setText(pair.answer()
                .map(duplicate -> words.get(duplicate ? "money.pair.said.duplicate" : "money.pair.said.distinct"))
                .orElse(""));
    }

    private void head(DuplicatePair pair) {
        grid.add(side("money.pair.earlier"), 1, 0);
        grid.add(side("money.pair.later"), 3, 0);
        grid.add(big(pair.earlier()), 1, 1);
        grid.add(big(pair.later()), 3, 1);
    }

    private SectionLabel side(String key) {
        return new SectionLabel(words.get(key));
    }

    private Label big(Receipt receipt) {
        return wrapped(words.money(receipt.amount(), receipt.currency()), "figure");
    }

    private void line(String id, DuplicatePair pair, Function<Receipt, String> value) {
        line(id, value.apply(pair.earlier()), value.apply(pair.later()), true);
    }

    /** A line that nearly always differs, so that a mark would tell nothing. */
    private void plain(String id, DuplicatePair pair, Function<Receipt, String> value) {
        line(id, value.apply(pair.earlier()), value.apply(pair.later()), false);
    }

    private void line(String id, String earlier, String later, boolean marked) {
        boolean differs = marked && !earlier.equals(later);
        int row = grid.getRowCount();
        var name = new Label(words.get("money.fact." + id));
        name.getStyleClass().add("muted");
        grid.add(name, 0, row);
        grid.add(wrapped(earlier, differs ? "differs" : "same"), 1, row);
        mark(differs).ifPresent(mark -> grid.add(mark, 2, row));
        grid.add(wrapped(later, differs ? "differs" : "same"), 3, row);
    }

    private Optional<Node> mark(boolean differs) {
        if (!differs) {
            return Optional.empty();
        }
        var icon = new FontIcon("mdi2n-not-equal-variant");
        icon.getStyleClass().addAll("icon-small", "warn");
        icon.setAccessibleText(words.get("money.pair.differs"));
        return Optional.of(icon);
    }

    private HBox reason(String text) {
        var icon = new FontIcon("mdi2c-circle-small");
        icon.getStyleClass().add("muted");
        var line = new HBox(icon, wrapped(text, "reason"));
        line.getStyleClass().add("pair-reason");
        return line;
    }

    private static Label wrapped(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
