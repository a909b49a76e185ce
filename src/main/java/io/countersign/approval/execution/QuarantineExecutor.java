package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** Locks the attachments of the mail away. */
final class QuarantineExecutor implements ActionExecutor<Action.QuarantineAttachment> {
    @Override
    public Outcome carryOut(Action.QuarantineAttachment action, Message message, Instant now) {
        return Outcome.Done.change(StateChange.quarantined(message.state()), "Quarantined: attachments locked");
    }
}
