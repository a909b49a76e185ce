package io.countersign.search.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** A question in a line of its own: Enter does it, Esc leaves it. */
final class FormLine extends FlowPane {
    private final Button yes;

    /** {@code fields} are what is to be filled in; {@code act} is what the button does. */
    FormLine(String question, String yes, String no, Runnable act, Runnable leave, Node... fields) {
        this(new SimpleStringProperty(question), yes, no, act, leave, fields);
    }

    /** The same with a question that changes. */
    FormLine(ObservableValue<String> question, String yes, String no, Runnable act, Runnable leave, Node... fields) {
        this.yes = new Button(yes);
        getStyleClass().addAll("chips", "form-line");
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        var label = new Label();
        label.textProperty().bind(question);
        label.setMinWidth(USE_PREF_SIZE);
        this.yes.getStyleClass().add("act");
        this.yes.setMinWidth(USE_PREF_SIZE);
        this.yes.setOnAction(_ -> act.run());
        var cancel = new Button(no);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> leave.run());
        getChildren().add(label);
        getChildren().addAll(fields);
        getChildren().addAll(this.yes, cancel);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave.run();
                key.consume();
            }
        });
    }

    /** The button works only while {@code condition} does not hold. */
    FormLine disabledWhen(ObservableBooleanValue condition) {
        yes.disableProperty().bind(condition);
        return this;
    }
}
