package io.countersign.mail.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A mailbox on this computer that is read again.
 *
 * @param path absolute, as the person gave it
 * @param firstRead empty until it was read for the first time
 * @param lastRead when it was last found and looked at, whether or not anything was new
 * @param mails how many it held then, those included that were known already
 * @param trouble why it could not be read the last time
 */
public record FollowedSource(
        Path path,
        SourceKind kind,
        Optional<Instant> firstRead,
        Optional<Instant> lastRead,
        long mails,
        Optional<Trouble> trouble) {
    /** One that was never read. */
    static FollowedSource unread(Path path, SourceKind kind) {
        return new FollowedSource(path, kind, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }
}
