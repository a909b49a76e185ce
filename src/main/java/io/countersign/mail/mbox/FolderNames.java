package io.countersign.mail.mbox;

import io.countersign.mail.MailboxState;
import io.countersign.mail.RawMail;
import java.util.Locale;

/** Tells by the name of an mbox file which of the usual folders it was. */
public final class FolderNames {
    private FolderNames() {}

    /** {@code Sent}, {@code Trash} and their like; {@code INBOX} for any other name. */
    public static String of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        return switch (dot > 0 ? name.substring(0, dot) : name) {
            case "sent", "sent mail", "sent-mail", "sent items", "gesendet" -> "Sent";
            case "trash", "deleted", "deleted items", "papierkorb" -> "Trash";
            case "drafts", "entwürfe" -> "Drafts";
            case "junk", "spam" -> MailboxState.JUNK;
            case "archive", "archives", "archiv" -> MailboxState.ARCHIVE;
            default -> RawMail.INBOX;
        };
    }
}
