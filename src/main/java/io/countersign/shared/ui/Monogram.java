package io.countersign.shared.ui;

import javafx.scene.control.Label;

/** A round badge with a sender's initials; its colour follows from the address and never changes. */
public final class Monogram extends Label {
    private static final String STYLE_CLASS = "monogram";

    /** Shows nothing until {@link #show}. */
    public Monogram() {
        getStyleClass().add(STYLE_CLASS);
        setMouseTransparent(true);
        setFocusTraversable(false);
    }

    /** Changes whose initials are shown. */
    public void show(String name, String address) {
        setText(Initials.of(name.isBlank() ? address : name));
        var colour = STYLE_CLASS + "-" + Initials.colour(address);
        if (!getStyleClass().contains(colour)) {
            getStyleClass().removeIf(c -> c.startsWith(STYLE_CLASS + "-"));
            getStyleClass().add(colour);
        }
        setAccessibleText(name);
    }
}
