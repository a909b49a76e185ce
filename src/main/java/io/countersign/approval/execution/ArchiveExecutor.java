package io.countersign.approval.execution;

import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** Moves the mail to the folder Archive. */
final class ArchiveExecutor implements ActionExecutor<Action.Archive> {
    @Override
    public Outcome carryOut(Action.Archive action, Message message, Instant now) {
        return Outcome.Done.change(StateChange.folder(message.state(), MailboxState.ARCHIVE), "Archived");
    }
}
