package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import io.countersign.money.ui.CorrectionDraft.Field;
import io.countersign.shared.ui.Choice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What a receipt really is, typed by hand. Says at the field what is wrong with it. */
final class CorrectionForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ReceiptsViewModel model;
    private final MoneyWords words;
    private final TextField merchant = new TextField();
    private final TextField amount = new TextField();
    private final TextField currency = new TextField();
    private final DatePicker date = new DatePicker();
    private final ComboBox<Choice<ReceiptKind>> kind = new ComboBox<>();
    private final ComboBox<Choice<ChargeStatus>> status = new ComboBox<>();
    private final TextField order = new TextField();
    private final GridPane grid = new GridPane();
    private final Map<Field, Control> controls = new EnumMap<>(Field.class);
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);

    CorrectionForm(ReceiptsViewModel model, MoneyWords words, ReceiptRow row) {
        this.model = model;
        this.words = words;
        getStyleClass().add("correction-form");
        grid.getStyleClass().add("facts");
        line("merchant", merchant, Optional.of(Field.MERCHANT));
        line("amount", amount, Optional.of(Field.AMOUNT));
        line("currency", currency, Optional.of(Field.CURRENCY));
        line("date", date, Optional.of(Field.DATE));
        line("kind", kind, Optional.empty());
        line("status", status, Optional.empty());
        line("order", order, Optional.empty());
        getChildren().addAll(grid, buttons());
        fill(row);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Puts the keyboard where the error most likely is. */
    void begin() {
        amount.requestFocus();
        amount.selectAll();
    }

    private void fill(ReceiptRow row) {
        merchant.setText(row.merchant());
        amount.setText(row.amount()
                .map(value -> words.formats().amount(value.abs(), row.currency()))
                .orElse(""));
        currency.setText(row.currency());
        date.setConverter(words.days());
        date.setValue(row.date());
        offer(kind, ReceiptKind.values(), words::kind, row.kind());
        offer(status, ChargeStatus.values(), words::status, row.status());
        order.setText(row.orderId().orElse(""));
    }

    private static <T> void offer(ComboBox<Choice<T>> box, T[] values, Function<T, String> name, T chosen) {
        box.getItems()
                .setAll(Stream.of(values)
                        .map(v -> new Choice<>(v, name.apply(v)))
                        .toList());
        box.setValue(new Choice<>(chosen, name.apply(chosen)));
    }

    private void line(String id, Control control, Optional<Field> field) {
        control.setId("correct-" + id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        var name = new Label(words.get("money.fact." + id));
        name.setLabelFor(control);
        name.getStyleClass().add("muted");
        control.setAccessibleText(name.getText());
        var cell = new VBox(control);
        GridPane.setHgrow(cell, javafx.scene.layout.Priority.ALWAYS);
        field.ifPresent(known -> {
            var problem = new Label();
            problem.setId("wrong-" + id);
            problem.getStyleClass().addAll("bad", "small");
            problem.setWrapText(true);
            problem.setMinHeight(USE_PREF_SIZE);
            problem.setVisible(false);
            problem.managedProperty().bind(problem.visibleProperty());
            cell.getChildren().add(problem);
            controls.put(known, control);
            problems.put(known, problem);
        });
        grid.addRow(grid.getRowCount(), name, cell);
    }

    private FlowPane buttons() {
        var save = new Button(words.get("money.correct.save"));
        save.setId("save-correction");
        save.getStyleClass().add("act");
        save.setOnAction(_ -> save());
        var cancel = new Button(words.get("dialog.cancel"));
        cancel.setId("cancel-correction");
        cancel.setOnAction(_ -> model.correctingProperty().set(false));
        var buttons = new FlowPane(save, cancel);
        buttons.getStyleClass().add("chips");
        return buttons;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !(key.getTarget() instanceof Button)) {
            save();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            model.correctingProperty().set(false);
            key.consume();
        }
    }

    private void save() {
        var checked = draft().check(words.formats().locale(), model.today());
        problems.forEach((field, label) -> {
            var problem = Optional.ofNullable(checked.problems().get(field));
            label.setVisible(problem.isPresent());
            label.setText(problem.map(key -> words.get("money.wrong." + key)).orElse(""));
            var control = controls.get(field);
            if (control != null) {
                control.pseudoClassStateChanged(WRONG, problem.isPresent());
                control.setAccessibleHelp(label.getText());
            }
        });
        checked.facts().ifPresentOrElse(model::correct, () -> focusFirst(checked.problems()));
    }

    private void focusFirst(Map<Field, String> wrong) {
        List.of(Field.values()).stream()
                .filter(wrong::containsKey)
                .findFirst()
                .map(controls::get)
                .ifPresent(Control::requestFocus);
    }

    private CorrectionDraft draft() {
        return new CorrectionDraft(
                merchant.getText(),
                amount.getText(),
                currency.getText(),
                Optional.ofNullable(date.getValue()),
                kind.getValue().value(),
                status.getValue().value(),
                order.getText());
    }
}
