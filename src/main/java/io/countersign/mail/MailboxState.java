package io.countersign.mail;

import java.util.List;

/**
 * Where a mail is and how it is marked: what a person or an approved proposal changes.
 *
 * @param labels given by the source or by hand
 * @param assignedLabels given by approved proposals; they do not protect a mail
 * @param quarantined its attachments are locked away
 */
public record MailboxState(
        String folder,
        List<String> labels,
        List<String> assignedLabels,
        boolean unread,
        boolean starred,
        boolean answered,
        boolean quarantined) {
    public static final String ARCHIVE = "Archive";
    public static final String JUNK = "Junk";

    public MailboxState {
        labels = List.copyOf(labels);
        assignedLabels = List.copyOf(assignedLabels);
    }

    public MailboxState withFolder(String folder) {
        return new MailboxState(folder, labels, assignedLabels, unread, starred, answered, quarantined);
    }

    public MailboxState withAssignedLabels(List<String> assignedLabels) {
        return new MailboxState(folder, labels, assignedLabels, unread, starred, answered, quarantined);
    }

    public MailboxState withUnread(boolean unread) {
        return new MailboxState(folder, labels, assignedLabels, unread, starred, answered, quarantined);
    }

    public MailboxState withQuarantined(boolean quarantined) {
        return new MailboxState(folder, labels, assignedLabels, unread, starred, answered, quarantined);
    }
}
