package io.countersign.money;

/** The mail that states a charge, and the charge's place in it, from 0. */
public record StatementId(long messageId, int ordinal) {
    @Override
    public String toString() {
        return messageId + "." + ordinal;
    }
}
