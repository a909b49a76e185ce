package io.countersign.mail;

import java.util.Locale;
import java.util.Optional;

/** Whether money moved; {@link #id()} is the stable name in JSON and the database. */
public enum ChargeStatus {
    /** It moved, or will without anybody doing anything more. */
    CHARGED,
    /** It is authorised, due or announced. */
    PENDING,
    /** It will not move: the order was cancelled or the payment failed. */
    CANCELLED;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    public static Optional<ChargeStatus> of(String id) {
        for (var status : values()) {
            if (status.id.equals(id)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
