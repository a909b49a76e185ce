package io.countersign.ats;

import java.time.Instant;
import java.util.List;

/** What one person said about applications, in the order in which it was said. Blocking and thread-safe. */
public interface ApplicationDecisions {
    /**
     * A decision.
     *
     * @param number of a later one is greater; for {@link ApplicationDecision.Add} it names the application
     */
    record Decided(long number, Instant at, ApplicationDecision decision) {}

    /** All that were not taken back, by rising number. */
    List<Decided> all();

    /** Remembers one; returns its number. */
    long add(ApplicationDecision decision);

    /** Takes one back; one that is gone already is no error. */
    void remove(long number);
}
