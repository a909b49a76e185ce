package io.countersign.approval;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which sources one person imported before. Blocking and thread-safe; takes part in the caller's transaction. */
public interface SourceHistory {
    /** True when every one of these paths was imported to its end before. */
    boolean knows(List<Path> paths);

    void remember(List<Path> paths, Instant at);

    /** The ids of the mails with these identities, as far as they are stored. */
    Map<UUID, Long> ids(Collection<UUID> identities);
}
