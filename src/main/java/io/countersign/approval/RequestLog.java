package io.countersign.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one person asked for without a policy: each request is one number, under which its proposals stand. Takes part in the
 * caller's transaction, which holds {@link DecisionRepository#lock()}.
 */
public interface RequestLog {
    /** Opens a request that has proposed nothing yet. */
    long open(Instant at);

    /** The newest one of which something is pending. */
    OptionalLong newest();

    /** How many proposals it made that were not withdrawn; empty where there is no such request. */
    OptionalLong proposals(long request);

    /** Which of its proposals are pending, in the order of their ids. */
    List<Long> pending(long request);

    /**
     * Takes away those of these proposals that are its and pending; what was rejected before the request is rejected again.
     *
     * @return how many
     */
    int withdraw(long request, Collection<Long> proposals);

    /** Counts so many more of its proposals, or fewer, on the day on which it was made. */
    void count(long request, int more, Instant now);
}
