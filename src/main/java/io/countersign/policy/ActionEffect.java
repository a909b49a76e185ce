package io.countersign.policy;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether an action would do anything to a mail, so that nothing pointless is proposed. */
public final class ActionEffect {
    // Mail that is on its way out is nobody's work any more. Names as IMAP servers and Takeout use them.
    private static final Set<String> GONE =
            Set.of("junk", "spam", "junk e-mail", "bulk mail", "trash", "bin", "deleted items", "deleted messages");
    private static final Set<String> NOT_RECEIVED =
            Set.of("sent", "sent mail", "sent items", "sent messages", "drafts", "outbox");
    private static final Set<String> ARCHIVED = Set.of("archive", "archives", "archived", "all mail");

    private ActionEffect() {}

    /** False when the action would leave everything as it is; mail in junk or trash, and sent mail, is always left alone. */
    public static boolean wouldChange(Action action, Message message) {
        var folder = leaf(message.state().folder());
        if (GONE.contains(folder) || NOT_RECEIVED.contains(folder)) {
            return false;
        }
        return switch (action) {
            case Action.Archive() -> !ARCHIVED.contains(folder);
            case Action.Label(String label) -> !containsIgnoringCase(message.labels(), label);
            case Action.MoveToFolder(String target) -> !message.state().folder().equalsIgnoreCase(target);
            case Action.MarkRead() -> message.state().unread();
            case Action.Unsubscribe() -> message.envelope().unsubscribable();
            case Action.CreateCalendarEvent() -> hasDate(message);
            case Action.CreateTask _ -> true;
            case Action.BlockSender() -> !message.envelope().from().email().isEmpty();
            case Action.QuarantineAttachment() ->
                message.envelope().hasAttachment() && !message.state().quarantined();
        };
    }

    /** True for actions that protected mail is spared: they hide it, cut its sender off or lock parts of it away. */
    public static boolean takesAway(Action action) {
        return switch (action) {
            case Action.Archive(), Action.BlockSender(), Action.QuarantineAttachment(), Action.Unsubscribe() -> true;
            case Action.MoveToFolder(String target) -> GONE.contains(leaf(target)) || ARCHIVED.contains(leaf(target));
            case Action.Label _, Action.MarkRead(), Action.CreateCalendarEvent(), Action.CreateTask _ -> false;
        };
    }

    /** True for the names under which mail servers keep what was archived. */
    static boolean isArchive(String folder) {
        return ARCHIVED.contains(leaf(folder));
    }

    /**
     * True for actions that a person countersigns each time, however often they did: they reach beyond the mailbox, lock something
     * away, or lead to where a server deletes by itself, so that undo may not bring everything back.
     */
    public static boolean alwaysAsks(Action action) {
        return switch (action) {
            case Action.Unsubscribe(), Action.BlockSender(), Action.QuarantineAttachment() -> true;
            case Action.MoveToFolder(String target) -> GONE.contains(leaf(target));
            case Action.Archive(),
                    Action.Label _,
                    Action.MarkRead(),
                    Action.CreateCalendarEvent(),
                    Action.CreateTask _ -> false;
        };
    }

    private static boolean hasDate(Message message) {
        var understanding = message.understanding();
        return understanding.eventAt().isPresent()
                || understanding.ats().flatMap(AtsFacts::interviewDate).isPresent();
    }

    private static boolean containsIgnoringCase(List<String> labels, String label) {
        return labels.stream().anyMatch(label::equalsIgnoreCase);
    }

    /** The last part of a folder path, lower case: {@code [Gmail]/Spam} is {@code spam}. */
    private static String leaf(String folder) {
        int slash = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.'));
        return folder.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
    }
}
