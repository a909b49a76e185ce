package io.countersign.shared.ui;

import java.util.Locale;
import javafx.scene.control.Label;

/** The small heading above a part of a panel; shows its text in capitals, which a style sheet cannot do. */
public final class SectionLabel extends Label {
    /** For FXML. */
    public SectionLabel() {
        this("");
    }

    /** Shows this heading. */
    public SectionLabel(String text) {
        getStyleClass().add("section-label");
        textProperty().addListener((_, _, now) -> {
            var capitals = now.toUpperCase(Locale.getDefault());
            if (!capitals.equals(now)) {
                setText(capitals);
            }
        });
        setText(text);
    }
}
