package io.countersign.approval.execution;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** Assigns a label. */
final class LabelExecutor implements ActionExecutor<Action.Label> {
    @Override
    public Outcome carryOut(Action.Label action, Message message, Instant now) {
        return Outcome.Done.change(
                StateChange.labelled(message.state(), action.label()), "Labelled “" + action.label() + "”");
    }
}
