package io.countersign.approval;

import io.countersign.mail.Address;
import io.countersign.policy.Action;
import java.time.Instant;

/** A pending proposal as a list shows it: light, so that a hundred thousand fit in memory. */
public record PendingRow(
        long id,
        long messageId,
        Address from,
        String subject,
        Instant receivedAt,
        long policyId,
        String policyName,
        Action action,
        double confidence) {
    /** The same, as sure as this. */
    public PendingRow rescored(double confidence) {
        return new PendingRow(id, messageId, from, subject, receivedAt, policyId, policyName, action, confidence);
    }
}
