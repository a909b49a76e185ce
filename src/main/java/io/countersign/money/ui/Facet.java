package io.countersign.money.ui;

import io.countersign.mail.ChargeStatus;
import io.countersign.mail.ReceiptKind;

/** A kind, a state or a category that the table can be narrowed to. */
sealed interface Facet {
    boolean matches(ReceiptRow row);

    record OfKind(ReceiptKind kind) implements Facet {
        @Override
        public boolean matches(ReceiptRow row) {
            return row.kind() == kind;
        }
    }

    record OfStatus(ChargeStatus status) implements Facet {
        @Override
        public boolean matches(ReceiptRow row) {
            return row.status() == status;
        }
    }

    record OfCategory(String category) implements Facet {
        @Override
        public boolean matches(ReceiptRow row) {
            return row.category().equals(category);
        }
    }
}
