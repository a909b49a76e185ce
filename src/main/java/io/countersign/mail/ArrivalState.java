package io.countersign.mail;

import java.util.List;
import java.util.Set;

/** Where a mail is and how it is marked when it is first stored: what its source's flags, folder and labels say. Thread-safe. */
final class ArrivalState {
    private static final String TRASH = "Trash";
    private static final String SENT = "Sent";
    private static final String DRAFTS = "Drafts";

    private final LabelMeanings meanings = new LabelMeanings();

    MailboxState of(RawMail mail, List<String> labels) {
        var meant = meanings.of(labels);
        var flags = mail.flags();
        return new MailboxState(
                folder(mail, labels, meant),
                labels,
                List.of(),
                unread(flags, labels, meant),
                flags.contains(MailFlag.FLAGGED) || meant.contains("starred"),
                flags.contains(MailFlag.ANSWERED),
                false);
    }

    private static boolean unread(Set<MailFlag> flags, List<String> labels, Set<String> meant) {
        return labels.isEmpty()
                ? !flags.contains(MailFlag.SEEN)
                : meant.contains("unread") && !flags.contains(MailFlag.SEEN);
    }

    private static String folder(RawMail mail, List<String> labels, Set<String> meant) {
        if (mail.flags().contains(MailFlag.TRASHED) || meant.contains("trash")) {
            return TRASH;
        }
        if (meant.contains("spam")) {
            return MailboxState.JUNK;
        }
        if (mail.flags().contains(MailFlag.DRAFT) || meant.contains("drafts")) {
            return DRAFTS;
        }
        if (labels.isEmpty() || meant.contains("inbox") || !mail.folder().equals(RawMail.INBOX)) {
            return mail.folder();
        }
        // A labelled mail outside the inbox is archived: that is what the archive of such a service is.
        return meant.contains("sent") ? SENT : MailboxState.ARCHIVE;
    }
}
