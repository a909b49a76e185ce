package io.countersign.ats.ui;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A small form with its name, its fields below one another, and two ways out. Enter saves and Esc leaves it. */
final class FormFrame extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ApplicationWords words;
    private final Button save = new Button();
    private Runnable onCancel = () -> {};

    /** {@code titleKey} and {@code saveKey} name what is asked, and what happens when it is answered. */
    FormFrame(ApplicationWords words, String titleKey, String saveKey) {
        this.words = words;
        getStyleClass().add("ask");
        var title = new Label(words.get(titleKey));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().add(title);
        save.setText(words.get(saveKey));
        save.setId("save-form");
        save.getStyleClass().add("act");
        save.setMinWidth(USE_PREF_SIZE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Adds a sentence. */
    FormFrame hint(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        getChildren().add(label);
        return this;
    }

    /** Adds a field with its name above it. */
    FormFrame field(String id, Control control) {
        control.setId("form-" + id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(0);
        var name = new Label(words.get("applications.field." + id));
        name.setLabelFor(control);
        name.getStyleClass().addAll("muted", "small");
        control.setAccessibleText(name.getText());
        var both = new VBox(name, control);
        both.getStyleClass().add("ask-field");
        getChildren().add(both);
        return this;
    }

    /** Adds anything. */
    FormFrame with(Node node) {
        getChildren().add(node);
        return this;
    }

    /** Adds the buttons. */
    FormFrame buttons(Runnable onSave, Runnable cancelled, Button... more) {
        onCancel = cancelled;
        save.setOnAction(_ -> onSave.run());
        var cancel = new Button(words.get("dialog.cancel"));
        cancel.setId("cancel-form");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> onCancel.run());
        var buttons = new FlowPane(save, cancel);
        buttons.getChildren().addAll(more);
        buttons.getStyleClass().add("chips");
        VBox.setVgrow(buttons, Priority.NEVER);
        getChildren().add(buttons);
        return this;
    }

    /** Lets the answer be given, or not. */
    void enableSave(boolean enabled) {
        save.setDisable(!enabled);
    }

    /** Says at a field what is wrong with it; nothing when it is empty. */
    static void problem(Control control, Label label, Optional<String> problem) {
        control.pseudoClassStateChanged(WRONG, problem.isPresent());
        control.setAccessibleHelp(problem.orElse(""));
        label.setText(problem.orElse(""));
        label.setVisible(problem.isPresent());
    }

    /** A label for {@link #problem}. */
    static Label problemLabel() {
        var label = new Label();
        label.getStyleClass().addAll("bad", "small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setVisible(false);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** A field for days, written as this person writes them. */
    static DatePicker days(ApplicationWords words) {
        var picker = new DatePicker();
        picker.setConverter(words.typedDays());
        return picker;
    }

    private void pressed(KeyEvent key) {
        boolean takesEnter = key.getTarget() instanceof Button
                || key.getTarget() instanceof TextArea
                || key.getTarget() instanceof ListView<?>
                || (key.getTarget() instanceof ComboBox<?> box && box.isShowing());
        if (key.getCode() == KeyCode.ENTER && !takesEnter && !save.isDisabled()) {
            save.fire();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            onCancel.run();
            key.consume();
        }
    }
}
