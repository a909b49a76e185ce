package io.countersign.ats.ui;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A cell with a line that counts and a quieter one below it. */
final class TwoLines extends TableCell<ApplicationRow, ApplicationRow> {
    private final Label first = new Label();
    private final Label second = new Label();
    private final VBox both = new VBox(first, second);
    private final BiConsumer<ApplicationRow, TwoLines> filler;
    private List<String> lengths = List.of();

    /** {@code filler} puts a row's words into the cell by {@link #say}. */
    TwoLines(BiConsumer<ApplicationRow, TwoLines> filler) {
        this.filler = filler;
        first.getStyleClass().add("first-line");
        second.getStyleClass().addAll("muted", "second-line");
        both.getStyleClass().add("two-lines");
        first.setMinWidth(0);
        second.setMinWidth(0);
        second.managedProperty().bind(second.visibleProperty());
        widthProperty().subscribe(_ -> fit());
        first.fontProperty().subscribe(_ -> fit());
    }

    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (var words : lengths) {
            first.setText(words);
            if (lengths.size() == 1 || first.prefWidth(-1) <= room) {
                return;
            }
        }
    }

    /**
     * Shows the words; an empty second line takes no room.
     *
     * @param above the same in several lengths, longest first: the first that fits is shown, else the last
     */
    void say(List<String> above, String below, String tone) {
        lengths = List.copyOf(above);
        fit();
        RiskBar.tone(first, tone);
        second.setText(below);
        second.setVisible(!below.isEmpty());
    }

    @Override
    protected void updateItem(@Nullable ApplicationRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            filler.accept(row, this);
            setGraphic(both);
        }
    }
}
