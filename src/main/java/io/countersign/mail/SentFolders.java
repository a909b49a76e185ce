package io.countersign.mail;

import java.util.Locale;
import java.util.Set;

/** Tells by its name whether a folder holds mail that the person sent. */
public final class SentFolders {
    private static final Set<String> NAMES =
            Set.of("sent", "sent items", "sent mail", "gesendet", "gesendete elemente");

    private SentFolders() {}

    /** True for a folder of that kind, wherever it lies: {@code [Gmail]/Sent Mail}, {@code INBOX.Sent}. */
    public static boolean isSent(String folder) {
        int cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('.'));
        return NAMES.contains(folder.substring(cut + 1).toLowerCase(Locale.ROOT).strip());
    }
}
