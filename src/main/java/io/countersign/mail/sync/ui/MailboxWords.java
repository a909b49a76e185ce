package io.countersign.mail.sync.ui;

import io.countersign.mail.sync.FollowedSource;
import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.util.Locale;

/** Followed mailboxes in the person's words. For one thread. */
final class MailboxWords {
    private final Texts texts;
    private final Formats formats;

    MailboxWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String get(String key) {
        return texts.get(key);
    }

    /** Its path on one line, in which nothing can turn the window's own words around. */
    static String path(FollowedSource source) {
        return OneLine.of(source.path().toString());
    }

    /** Its last element. */
    private static String name(FollowedSource source) {
        var name = source.path().getFileName();
        return OneLine.of((name == null ? source.path() : name).toString());
    }

    /** {@code Maildir · 12,480 mails · looked at 5 min ago}. */
    String facts(FollowedSource source) {
        var kind = texts.get("settings.mailboxes.kind." + source.kind().name().toLowerCase(Locale.ROOT));
        return source.lastRead()
                .map(at -> texts.get("settings.mailboxes.facts", kind, source.mails(), formats.moment(at)))
                .orElseGet(() -> texts.get("settings.mailboxes.facts.unread", kind));
    }

    /** What is wrong with it; empty for nothing. */
    String trouble(FollowedSource source) {
        return source.trouble()
                .map(trouble ->
                        texts.get("settings.mailboxes.trouble." + trouble.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    /** What the button of one of many does, for a screen reader. */
    String stopSpoken(FollowedSource source) {
        return texts.get("settings.mailboxes.stop.spoken", name(source));
    }

    String stopped(FollowedSource source) {
        return texts.get("settings.mailboxes.stopped", name(source));
    }
}
