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
        boolean filled = !empty && row != null;
        boolean income = filled && row.kind() == ReceiptKind.INCOME;
        setText(filled ? (income ? "+" : "") + words.amount(row) : null);
        pseudoClassStateChanged(
                INCOMING,
                income || (filled && row.amount().filter(a -> a.signum() < 0).isPresent()));
        pseudoClassStateChanged(UNKNOWN, filled && row.amount().isEmpty());
    }
}
