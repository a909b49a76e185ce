package io.countersign.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The writing side of stored mail, for the import. Blocking and thread-safe; takes part in the caller's transaction. */
public interface MailStore {
    /** Those of {@code identities} that are stored. */
    Set<UUID> known(Collection<UUID> identities);

    /** Ids never used before, rising. */
    long[] nextIds(int count);

    /**
     * Stores new mail. Text that is too long for its column is cut and the mail's defects say so.
     *
     * @throws io.countersign.shared.CountersignException.Storage when it failed; see {@link #isConflict}
     */
    void insert(List<StoredMail> mails);

    /** For each of these thread hashes that is known, the thread it leads to. */
    Map<Long, Long> threads(Collection<Long> hashes);

    /** Remembers hashes that were not known before, each with a mail of its thread. */
    void link(Map<Long, Long> messageByHash);

    /** The threads of all mails remembered for these subject hashes. */
    Map<Long, List<Long>> subjectThreads(Collection<Long> hashes);

    /** Remembers mails that have these subject hashes, each mail once per hash. */
    void linkSubjects(Map<Long, List<Long>> messagesByHash);

    /** Makes the mails of each key thread part of the thread that is its value. */
    void mergeThreads(Map<Long, Long> targetByThread);

    /** Where the raw bytes of these mails lie; a mail that does not exist is absent. */
    Map<Long, RawLocation> rawLocations(Collection<Long> messageIds);

    /** Where the raw bytes of that mail lie that were stored last; empty while there is no mail. */
    Optional<RawLocation> newestRaw();

    /** True when {@code failure} only says that another process stored the same mail at the same time: try again. */
    boolean isConflict(RuntimeException failure);
}
