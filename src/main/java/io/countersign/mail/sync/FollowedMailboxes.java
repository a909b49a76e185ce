package io.countersign.mail.sync;

import io.countersign.mail.sync.FollowedSources.Forgotten;
import io.countersign.shared.CountersignException;
import java.nio.file.Path;
import java.util.List;

/** What a person may do about followed mailboxes. Blocking and thread-safe. */
public final class FollowedMailboxes {
    private final FollowedSources sources;

    public FollowedMailboxes(FollowedSources sources) {
        this.sources = sources;
    }

    /** In the order of their paths. */
    public List<FollowedSource> all() {
        return sources.all();
    }

    /**
     * Follows a mailbox from now on; it is read when mailboxes are read the next time.
     *
     * @throws CountersignException.Invalid when nothing can arrive there
     */
    public FollowedSource follow(Path path) {
        var kind = SourceKind.of(path)
                .orElseThrow(() -> new CountersignException.Invalid(
                        path.toString(),
                        "Only a Maildir, an mbox file or a folder of mail can be followed; archives, compressed files and"
                                + " single mails do not change."));
        var absolute = absolute(path);
        sources.add(FollowedSource.unread(absolute, kind));
        return sources.all().stream()
                .filter(source -> source.path().equals(absolute))
                .findFirst()
                .orElseThrow(() -> notFollowed(path));
    }

    /**
     * Follows it no longer. Its mail stays.
     *
     * @return what {@link #restore} needs
     * @throws CountersignException.Invalid when it is not followed
     */
    public Forgotten forget(Path path) {
        return sources.remove(absolute(path)).orElseThrow(() -> notFollowed(path));
    }

    /** Follows it again, as if it had never been forgotten. */
    public void restore(Forgotten forgotten) {
        sources.restore(forgotten);
    }

    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    static CountersignException.Invalid notFollowed(Path path) {
        return new CountersignException.Invalid(
                path.toString(), "This mailbox is not followed. See: countersign sources list");
    }
}
