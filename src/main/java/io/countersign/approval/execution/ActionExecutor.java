package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/**
 * Carries out one kind of action on one mail. What it answers is stored, checked and journalled by the caller; whatever it
 * throws makes that one proposal fail. Thread-safe.
 */
@FunctionalInterface
public interface ActionExecutor<A extends Action> {
    /**
     * Decides what the action means for this mail.
     *
     * @param message as it is now
     */
    Outcome carryOut(A action, Message message, Instant now);
}
