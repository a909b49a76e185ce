package io.countersign.shared.ui;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One figure with its name and what to make of it. */
public final class Tile extends VBox {
    private final SectionLabel name = new SectionLabel();
    private final Label figure = new Label();
    private final Label note = new Label();

    /** Empty until {@link #show}. */
    public Tile() {
        getStyleClass().addAll("card", "tile");
        figure.getStyleClass().add("figure");
        note.getStyleClass().add("muted");
        name.setWrapText(true);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(name, figure, note);
    }

    public String getName() {
        return name.getText();
    }

    public void setName(String text) {
        name.setText(text);
    }

    /** Shows a figure; a screen reader hears name, figure and note together. */
    public void show(String value, String about) {
        figure.setText(value);
        note.setText(about);
        figure.setAccessibleText(name.getText() + ": " + value + ". " + about);
    }

    /** More about the figure, for who stays on it; null for nothing. */
    public void setTooltip(@Nullable Tooltip tooltip) {
        figure.setTooltip(tooltip);
        note.setTooltip(tooltip);
    }

    /** The size of its normal letters in pixels, as the style sheets say. */
    public double emSize() {
        return note.getFont().getSize();
    }
}
