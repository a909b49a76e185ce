package io.countersign.insight;

import java.time.Instant;
import java.util.List;

/** Finds the mails behind the numbers. Blocking and thread-safe. */
public interface BehindMails {
    /** Ids of the mails behind a number, the newest event first, each once, at most {@code limit}; only events from then on. */
    List<Long> ids(String user, Behind behind, Instant from, int limit);
}
