package io.countersign.approval;

import io.countersign.mail.MailboxState;
import io.countersign.mail.SystemLabels;
import io.countersign.policy.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a mail was when its source was read before, and how it is there now. */
record SourceChange(MailboxState before, MailboxState after) {
    private static final Set<String> ARCHIVES = Set.of("archive", "archives", "archived", "all mail");
    // Thrown away, sent or being written: no policy proposes to put mail there.
    private static final Set<String> NO_FILING =
            Set.of("junk", "spam", "trash", "bin", "deleted items", "deleted messages", "sent", "drafts", "outbox");

    /** The same, with the folder left alone where that of before is not among {@code read}. */
    SourceChange knowing(Set<String> read) {
        return read.contains(before.folder()) ? this : new SourceChange(before, after.withFolder(before.folder()));
    }

    boolean isNothing() {
        return before.folder().equals(after.folder())
                && before.labels().equals(after.labels())
                && before.unread() == after.unread()
                && before.starred() == after.starred()
                && before.answered() == after.answered();
    }

    /** A state with what changed in the source; what did not stays as it is here. */
    MailboxState applyTo(MailboxState here) {
        return new MailboxState(
                before.folder().equals(after.folder()) ? here.folder() : after.folder(),
                after.labels(),
                here.assignedLabels(),
                before.unread() == after.unread() ? here.unread() : after.unread(),
                before.starred() == after.starred() ? here.starred() : after.starred(),
                before.answered() == after.answered() ? here.answered() : after.answered(),
                here.quarantined());
    }

    /** What the person did, as far as a policy could have proposed it. That a mail was read says nothing: it is what mail is for. */
    List<Action.OnMailbox> acts() {
        var acts = new ArrayList<Action.OnMailbox>();
        if (!before.folder().equals(after.folder())) {
            var leaf = leaf(after.folder());
            if (ARCHIVES.contains(leaf)) {
                acts.add(new Action.Archive());
            } else if (!NO_FILING.contains(leaf)) {
                acts.add(new Action.MoveToFolder(after.folder()));
            }
        }
        after.labels().stream()
                .filter(label -> !before.labels().contains(label) && !SystemLabels.isSystem(label))
                .map(Action.Label::new)
                .forEach(acts::add);
        return acts;
    }

    private static String leaf(String folder) {
        int slash = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.'));
        return folder.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
    }
}
