package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** One line of the table; what did not move money looks paler. */
final class ReceiptTableRow extends TableRow<ReceiptRow> {
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass CANCELLED = PseudoClass.getPseudoClass("cancelled");

    private final MoneyWords words;

    ReceiptTableRow(MoneyWords words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable ReceiptRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            pseudoClassStateChanged(PENDING, false);
            pseudoClassStateChanged(CANCELLED, false);
            setAccessibleText(null);
        } else {
            pseudoClassStateChanged(PENDING, row.status() == ChargeStatus.PENDING);
            pseudoClassStateChanged(CANCELLED, row.status() == ChargeStatus.CANCELLED);
            setAccessibleText(words.spoken(row));
        }
    }
}
