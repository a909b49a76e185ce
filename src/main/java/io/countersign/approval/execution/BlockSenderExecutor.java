package io.countersign.approval.execution;

import io.countersign.mail.MailboxState;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends this mail, and new mail of its sender, to Junk. */
final class BlockSenderExecutor implements ActionExecutor<Action.BlockSender> {
    @Override
    public Outcome carryOut(Action.BlockSender action, Message message, Instant now) {
        var address = message.envelope().from().email().toLowerCase(Locale.ROOT);
        if (address.isEmpty()) {
            return new Outcome.Failed("The mail names no sender, so there is nobody to block.");
        }
        return new Outcome.Done(
                Optional.of(StateChange.folder(message.state(), MailboxState.JUNK)),
                List.of(new LocalEntry.BlockedSender(address)),
                "Blocked " + address + ": this mail and new mail from there go to Junk");
    }
}
