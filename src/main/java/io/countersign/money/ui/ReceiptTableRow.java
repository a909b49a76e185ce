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
        boolean filled = !empty && row != null;
        pseudoClassStateChanged(PENDING, filled && row.status() == ChargeStatus.PENDING);
        pseudoClassStateChanged(CANCELLED, filled && row.status() == ChargeStatus.CANCELLED);
        setAccessibleText(filled ? words.spoken(row) : null);
    }
}
