package io.countersign.ats.ui;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The stage as a chip. */
final class StageCell extends TableCell<ApplicationRow, ApplicationRow> {
    private final ApplicationWords words;
    private final Label chip = new Label();

    StageCell(ApplicationWords words) {
        this.words = words;
        chip.getStyleClass().add("chip");
        widthProperty().subscribe(_ -> fitAgain());
        chip.fontProperty().subscribe(_ -> fitAgain());
    }

    private void fitAgain() {
        if (getItem() != null) {
            fit(getItem());
        }
    }

    private void fit(ApplicationRow row) {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        chip.setText(words.stage(row, text -> {
            chip.setText(text);
            return chip.prefWidth(-1) <= room;
        }));
    }

    @Override
    protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            RiskBar.tone(chip, row.stage());
            setGraphic(chip);
            fit(row);
        }
    }
}
