package io.countersign.shared.ui;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.input.KeyCode;

/** A switch that the space bar switches too, which the one it is made of leaves to the mouse. */
public final class KeyedSwitch extends ToggleSwitch {
    public KeyedSwitch() {
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.SPACE) {
                fire();
                key.consume();
            }
        });
    }
}
