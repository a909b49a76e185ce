package io.countersign.policy;

import io.countersign.mail.MailboxState;
import java.util.Optional;

/** The folder that an action takes a mail to. */
final class Destination {
    private Destination() {}

    /** True when both take the mail to a folder, and not to the same. */
    static boolean differ(Action one, Action other) {
        var first = of(one);
        var second = of(other);
        return first.isPresent()
                && second.isPresent()
                && !first.get().equalsIgnoreCase(second.get())
                && !(ActionEffect.isArchive(first.get()) && ActionEffect.isArchive(second.get()));
    }

    /** The folder, for a sentence. */
    static String name(Action action) {
        return "\"" + of(action).orElse("") + "\"";
    }

    private static Optional<String> of(Action action) {
        return switch (action) {
            case Action.Archive() -> Optional.of(MailboxState.ARCHIVE);
            case Action.MoveToFolder(String folder) -> Optional.of(folder);
            case Action.BlockSender() -> Optional.of(MailboxState.JUNK);
            case Action.Label _,
                    Action.MarkRead(),
                    Action.Unsubscribe(),
                    Action.CreateCalendarEvent(),
                    Action.CreateTask _,
                    Action.QuarantineAttachment() -> Optional.empty();
        };
    }
}
