package io.countersign.ats.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The ghosting risk as a bar and a number. */
final class RiskCell extends TableCell<ApplicationRow, ApplicationRow> {
    private final ApplicationWords words;
    private final RiskBar bar = new RiskBar();
    private final Label number = new Label();
    private final HBox both = new HBox(bar, number);

    RiskCell(ApplicationWords words) {
        this.words = words;
        number.getStyleClass().add("num");
        number.setMinWidth(USE_PREF_SIZE);
        both.getStyleClass().add("risk");
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            bar.setVisible(!row.isEnded());
            bar.show(row.outlook().ghostingRisk());
            number.setText(words.risk(row));
            setGraphic(both);
        }
    }
}
