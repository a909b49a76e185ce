package io.countersign.mail;

import java.util.Locale;
import java.util.Optional;

/** What a mail about money is; {@link #id()} is the stable name in JSON, policies and the database. */
public enum ReceiptKind {
    /** Something was paid. */
    RECEIPT,
    /** Something is to be paid. */
    INVOICE,
    /** Something was ordered. */
    ORDER,
    /** Money came back; its amount is negative. */
    REFUND,
    /** A payment that repeats. */
    SUBSCRIPTION,
    /** A bank or card says that it was used. */
    BANK_ALERT,
    /** Money that the person received: a sale, a payout; never spending. */
    INCOME;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    public static Optional<ReceiptKind> of(String id) {
        for (var kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
