package io.countersign.approval;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of the audit log; never changed, never deleted.
 *
 * @param event {@code proposed withdrawn approved rejected executed failed by_hand undone kept policy_added policy_changed policy_removed
 *     policy_moved weights_reset automated automation_earned automation_on automation_off}; {@code automated} is an approval by a
 *     policy alone, whose name is the outcome
 * @param what the action or policy concerned, in words
 * @param outcome empty, or what went wrong
 */
public record AuditEntry(
        long id,
        Instant at,
        String user,
        String event,
        OptionalLong batch,
        OptionalLong proposalId,
        OptionalLong messageId,
        OptionalLong policyId,
        String what,
        Optional<String> outcome) {}
