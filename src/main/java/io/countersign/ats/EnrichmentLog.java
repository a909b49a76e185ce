package io.countersign.ats;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What the enrichment has done before. Blocking and thread-safe. */
public interface EnrichmentLog {
    /**
     * A finished run.
     *
     * @param newestMessageId the greatest id of the mails that there were
     * @param knowledge names the senders and detectors that were known
     */
    record Run(
            Instant startedAt,
            long examined,
            long enriched,
            long applications,
            double seconds,
            long newestMessageId,
            long knowledge) {}

    Optional<Run> newest();

    void add(Run run);

    /** How many mails all runs changed. */
    long enrichedTotal();

    /** With which knowledge these mails were last read again; those that never were are missing. */
    Map<Long, Long> readings(Collection<Long> messageIds);

    /** Remembers with which knowledge mails were read again. */
    void note(Map<Long, Long> knowledgeByMessage);
}
