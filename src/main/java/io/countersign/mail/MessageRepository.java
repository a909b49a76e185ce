package io.countersign.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stored mail. Blocking and thread-safe. */
public interface MessageRepository {
    Optional<Message> find(long id);

    /** What could not be read of a mail or had to be repaired, in English; empty for sound mail. */
    List<String> notes(long id);

    /** The newest mail with that Message-ID (with or without angle brackets). */
    Optional<Message> findByMessageId(String messageId);

    /** Those that exist, in the order of their ids. */
    List<Message> findAll(Collection<Long> ids);

    /** Streams all mail, newest first (then by falling id), until {@code visitor} returns false. */
    void forEachNewestFirst(Predicate<Message> visitor);

    /** Streams the mail with these ids or greater ones, in the order of their ids; for work on what was just imported. */
    void forEachFrom(long firstId, Predicate<Message> visitor);

    long count();

    /**
     * Stores new mailbox states, each only if the mail still has the version it was read with; a stored one's version grows by one.
     *
     * @return the ids that were stored
     */
    List<Long> updateStates(Collection<Message> changed);

    /** Replaces what the detectors found; the version grows by one where anything differs. */
    void updateUnderstanding(Collection<Message> rescanned);
}
