package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What a charge is, as a chip; a second chip where it did not move money, which is the one that stays where there is no room. */
final class KindCell extends TableCell<ReceiptRow, ReceiptRow> {
    private final MoneyWords words;
    private final Label kind = new Label();
    private final Label status = new Label();
    private final HBox both = new HBox(kind, status);

    KindCell(MoneyWords words) {
        this.words = words;
        both.getStyleClass().add("kinds");
        kind.managedProperty().bind(kind.visibleProperty());
        widthProperty().subscribe(_ -> makeRoom());
        status.setMinWidth(USE_PREF_SIZE);
        status.managedProperty().bind(status.visibleProperty());
    }

    @Override
    protected void updateItem(@Nullable ReceiptRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            show(kind, status, row, words);
            setGraphic(both);
            makeRoom();
        }
    }

    private void makeRoom() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        kind.setVisible(!status.isVisible() || kind.prefWidth(-1) + both.getSpacing() + status.prefWidth(-1) <= room);
    }

    /** Dresses two labels as the chips of a row. */
    static void show(Label kind, Label status, ReceiptRow row, MoneyWords words) {
        kind.setText(words.kind(row.kind()));
        kind.getStyleClass().setAll("label", "chip");
        if (row.kind() == ReceiptKind.REFUND || row.kind() == ReceiptKind.INCOME) {
            kind.getStyleClass().add("ok");
        }
        status.setVisible(row.status() != ChargeStatus.CHARGED);
        status.setText(words.status(row.status()));
        status.getStyleClass().setAll("label", "chip", row.status() == ChargeStatus.CANCELLED ? "bad" : "warn");
    }
}
