package io.countersign.mail;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Tells labels that a mail service sets by itself from labels that a person gave. */
public final class SystemLabels {
    // Gmail's own labels as Takeout writes them (X-Gmail-Labels), English and German.
    private static final Set<String> OWN = Set.of(
            "inbox",
            "unread",
            "opened",
            "important",
            "starred",
            "sent",
            "archived",
            "spam",
            "trash",
            "drafts",
            "chat",
            "snoozed",
            "scheduled",
            "muted",
            "all mail",
            "posteingang",
            "ungelesen",
            "geöffnet",
            "wichtig",
            "markiert",
            "gesendet",
            "archiviert",
            "papierkorb",
            "entwürfe");

    private SystemLabels() {}

    public static boolean isSystem(String label) {
        var lower = label.strip().toLowerCase(Locale.ROOT);
        return OWN.contains(lower) || lower.startsWith("category ") || lower.startsWith("kategorie");
    }

    public static boolean anyByHand(Collection<String> labels) {
        for (var label : labels) {
            if (!isSystem(label)) {
                return true;
            }
        }
        return false;
    }
}
