package io.countersign.approval;

/** {@code pending -> approved -> executed | failed}, or {@code rejected}; undo leads back to pending. */
public enum ProposalStatus {
    PENDING,
    APPROVED,
    EXECUTED,
    FAILED,
    REJECTED;

    /** The stable name in JSON and the database. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
