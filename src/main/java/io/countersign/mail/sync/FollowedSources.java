package io.countersign.mail.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which mailboxes one person follows, by absolute path, and how far each was read. Blocking and thread-safe. */
public interface FollowedSources {
    /** In the order of their paths. */
    List<FollowedSource> all();

    /** Follows one; one that is followed already stays as it is. */
    void add(FollowedSource source);

    /** How far it was read; {@link ReadMark#NOTHING} where it never was, or where that cannot be understood. */
    ReadMark mark(Path path);

    /** It was looked at, and nothing was new. */
    void seen(Path path, Instant at);

    /**
     * It will be read. What has come from now on until {@link #read} was perhaps stored without being looked at by the policies.
     *
     * @return the id of the first mail of an earlier reading that did not come to its end
     */
    OptionalLong begin(Path path);

    /** It was read to its end, as far as {@code mark}. Does nothing when it is not followed any more. */
    void read(Path path, Instant at, ReadMark mark);

    /** It could not be read. */
    void troubled(Path path, Trouble trouble);

    /** Follows it no longer; what {@link #restore} needs, or empty when it was not followed. */
    Optional<Forgotten> remove(Path path);

    /** Follows it again, as far as it had been read. */
    void restore(Forgotten forgotten);

    /** What was known of a mailbox. */
    record Forgotten(FollowedSource source, ReadMark mark) {}
}
