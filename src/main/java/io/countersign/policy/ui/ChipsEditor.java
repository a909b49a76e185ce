package io.countersign.policy.ui;

import io.countersign.policy.MessageField;
import io.countersign.policy.ui.ClauseDraft.Leaf;
import io.countersign.shared.ui.CompletingField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several values, each a chip that can be taken out; typed ones are added by Enter. */
final class ChipsEditor implements ValueEditor {
    private static final int MOST_SHOWN = 24;
    private static final double WIDEST = 10_000;

    private final PolicyWords words;
    private final MessageField field;
    private final Consumer<List<String>> onChange;
    private final FlowPane all = new FlowPane();
    private final Control adder;
    private List<String> values = List.of();

    ChipsEditor(PolicyWords words, Leaf leaf, MatchesViewModel matches, Consumer<List<String>> onChange) {
        this.words = words;
        this.field = leaf.field();
        this.onChange = onChange;
        all.getStyleClass().addAll("chips", "chips-editor");
        all.setPrefWrapLength(WIDEST);
        all.setMinWidth(0);
        adder = field.allowed().isEmpty() ? typed(matches) : offered();
        all.getChildren().add(adder);
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public void focus() {
        adder.requestFocus();
    }

    @Override
    public void show(Leaf leaf) {
        if (!leaf.values().equals(values)) {
            values = leaf.values();
            all.getChildren()
                    .setAll(values.stream().limit(MOST_SHOWN).map(this::chip).toList());
            if (values.size() > MOST_SHOWN) {
                var more = new Label(
                        words.get("policies.value.more", words.formats().number(values.size() - MOST_SHOWN)));
                more.getStyleClass().add("muted");
                all.getChildren().add(more);
            }
            all.getChildren().add(adder);
        }
    }

    private Node chip(String value) {
        var cross = new FontIcon("mdi2c-close");
        cross.getStyleClass().add("icon-small");
        var said = words.choice(field, value);
        var chip = new Button(said, cross);
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.getStyleClass().setAll("chip", "value-chip");
        chip.setMnemonicParsing(false);
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(all.maxWidthProperty());
        chip.setAccessibleText(words.get("policies.value.remove", said));
        chip.setOnAction(_ -> {
            var rest = new ArrayList<>(values);
            rest.remove(value);
            adder.requestFocus();
            onChange.accept(rest);
        });
        return chip;
    }

    private Control offered() {
        var button = new ChoiceButton<String>(words.get("policies.value.add"), value -> words.choice(field, value));
        button.setText(words.get("policies.value.add"));
        button.offer(() ->
                field.allowed().stream().filter(each -> !values.contains(each)).toList());
        button.onChosen(value -> {
            button.setText(words.get("policies.value.add"));
            add(value);
        });
        return button;
    }

    private Control typed(MatchesViewModel matches) {
        TextField text = field.type() == MessageField.Type.NUMBER ? new TextField() : FieldValues.field(matches, field);
        text.getStyleClass().add("chip-field");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.setPromptText(words.get("policies.value.add"));
        text.setAccessibleText(words.get("policies.value.add"));
        text.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !text.getText().isBlank()) {
                addTyped(text);
                key.consume();
            } else if (key.getCode() == KeyCode.BACK_SPACE && text.getText().isEmpty() && !values.isEmpty()) {
                onChange.accept(values.subList(0, values.size() - 1));
                key.consume();
            }
        });
        text.focusedProperty().subscribe((_, focused) -> {
            if (!focused && !text.getText().isBlank()) {
                addTyped(text);
            }
        });
        if (text instanceof CompletingField completing) {
            completing.onTaken(offer -> {
                text.clear();
                add(offer.text());
            });
        }
        return text;
    }

    private void addTyped(TextField text) {
        var value = text.getText().strip();
        text.clear();
        if (!value.isEmpty()) {
            add(value);
        }
    }

    private void add(String value) {
        if (!values.contains(value)) {
            var more = new ArrayList<>(values);
            more.add(value);
            onChange.accept(more);
        }
    }
}
