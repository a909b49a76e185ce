package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** Moves the mail to a folder, which exists as soon as a mail is in it. */
final class MoveExecutor implements ActionExecutor<Action.MoveToFolder> {
    @Override
    public Outcome carryOut(Action.MoveToFolder action, Message message, Instant now) {
        return Outcome.Done.change(
                StateChange.folder(message.state(), action.folder()), "Moved to “" + action.folder() + "”");
    }
}
