package io.countersign.money.ui;

import io.countersign.mail.ReceiptKind;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** An amount with its decimals below one another. Money that came in has its sign in front, so that colour alone tells nothing. */
final class AmountCell extends TableCell<ReceiptRow, ReceiptRow> {
    private static final PseudoClass INCOMING = PseudoClass.getPseudoClass("incoming");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final MoneyWords words;

    AmountCell(MoneyWords words) {
        this.words = words;
        getStyleClass().add("num");
    }

    @Override
    protected void updateItem(@Nullable ReceiptRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            pseudoClassStateChanged(INCOMING, false);
            pseudoClassStateChanged(UNKNOWN, false);
            return;
        }
        boolean income = row.kind() == ReceiptKind.INCOME;
        setText((income ? "+" : "") + words.amount(row));
        pseudoClassStateChanged(
                INCOMING, income || row.amount().filter(a -> a.signum() < 0).isPresent());
        pseudoClassStateChanged(UNKNOWN, row.amount().isEmpty());
    }
}
