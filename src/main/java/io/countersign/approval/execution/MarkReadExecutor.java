package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** Marks the mail as read. */
final class MarkReadExecutor implements ActionExecutor<Action.MarkRead> {
    @Override
    public Outcome carryOut(Action.MarkRead action, Message message, Instant now) {
        return Outcome.Done.change(StateChange.read(message.state()), "Marked as read");
    }
}
