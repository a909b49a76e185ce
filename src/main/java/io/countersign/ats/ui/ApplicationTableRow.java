package io.countersign.ats.ui;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** One line of the table; it says why it stands there to who stays on it. */
final class ApplicationTableRow extends TableRow<ApplicationRow> {
    private static final PseudoClass ENDED = PseudoClass.getPseudoClass("ended");
    private static final Duration PATIENCE = Duration.millis(600);

    private final ApplicationWords words;
    private final Tooltip why = new Tooltip();

    ApplicationTableRow(ApplicationsViewModel model, ApplicationWords words) {
        this.words = words;
        why.setWrapText(true);
        why.setMaxWidth(420);
        why.setShowDelay(PATIENCE);
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                model.openProperty().set(true);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean none = empty || row == null;
        pseudoClassStateChanged(ENDED, row != null && !none && row.isEnded());
        if (row == null || none) {
            setAccessibleText(null);
            setTooltip(null);
        } else {
            setAccessibleText(words.spoken(row));
            why.setText(String.join("\n", words.reasons(row)));
            setTooltip(why);
        }
    }
}
