package io.countersign.insight.ui;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** A column of nodes that is pressed as one: by mouse, by Enter and Space, and by a screen reader. */
class PressableBox extends VBox {
    private Runnable action = () -> {};

    PressableBox() {
        getStyleClass().add("pressable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                action.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                action.run();
                key.consume();
            }
        });
    }

    /** What pressing does. */
    final void setOnAction(Runnable action) {
        this.action = action;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction requested, Object... parameters) {
        if (requested == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(requested, parameters);
        }
    }
}
