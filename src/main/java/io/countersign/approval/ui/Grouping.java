package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.Locale;

/** By what pending proposals are put together. */
public enum Grouping {
    POLICY,
    SENDER,
    ACTION;

    /** Rows with equal keys share a group; keys stay the same from one load to the next. */
    String key(PendingRow row) {
        return switch (this) {
            case POLICY -> "policy " + row.policyId();
            case SENDER -> "sender " + senderKey(row);
            case ACTION -> "action " + row.action();
        };
    }

    /** The suffix of its text keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String senderKey(PendingRow row) {
        var from = row.from();
        return (from.email().isEmpty() ? from.name() : from.email()).toLowerCase(Locale.ROOT);
    }
}
