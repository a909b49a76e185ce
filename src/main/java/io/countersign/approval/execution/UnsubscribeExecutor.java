package io.countersign.approval.execution;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mutes the list here and notes where to unsubscribe. A local mailbox has no network: nothing is sent. */
final class UnsubscribeExecutor implements ActionExecutor<Action.Unsubscribe> {
    private static final int MAX_LINK = 2000;

    private final MailReader mail;

    UnsubscribeExecutor(MailReader mail) {
        this.mail = mail;
    }

    @Override
    public Outcome carryOut(Action.Unsubscribe action, Message message, Instant now) {
        var listId = message.envelope().listId().orElse("");
        var address = message.envelope().from().email().toLowerCase(Locale.ROOT);
        var link = addresses(message.id());
        if (link.isEmpty() || (listId.isEmpty() && address.isEmpty())) {
            return new Outcome.Failed("The mail does not say how to unsubscribe from it.");
        }
        var name = listId.isEmpty() ? message.envelope().from().display() : listId;
        var title = "Unsubscribe from " + name;
        return new Outcome.Done(
                Optional.empty(),
                List.of(new LocalEntry.MutedList(listId, address), new LocalEntry.Task(title, Optional.empty(), link)),
                "Muted " + name + ": new mail of it goes to Archive. Put “" + title
                        + "” into the task list; nothing was sent");
    }

    /** The List-Unsubscribe header, as long as it is usable as text. */
    private Optional<String> addresses(long messageId) {
        return mail.read(messageId)
                .flatMap(parsed -> parsed.header("List-Unsubscribe"))
                .map(String::strip)
                .filter(header -> !header.isEmpty())
                .map(header -> header.length() > MAX_LINK ? header.substring(0, MAX_LINK) : header);
    }
}
