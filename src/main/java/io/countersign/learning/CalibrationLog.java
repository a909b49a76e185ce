package io.countersign.learning;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What decisions taught about confidences: the standing samples, and calibrations that hold everything up to some batch, so
 * that few samples must be replayed. Blocking and thread-safe; takes part in the caller's transaction.
 */
public interface CalibrationLog {
    /** Logs the decisions of a batch. */
    void add(String user, long batch, List<Sample> samples);

    /** Takes decisions of a batch back; returns how many of them had been logged and not been forgotten by a reset. */
    int remove(String user, long batch, Collection<Long> proposalIds);

    /** The samples of later batches, in the order in which they were decided. */
    List<Sample> after(String user, long batch);

    /** The newest calibration that is stored for a batch before this one. */
    Optional<Checkpoint> before(String user, long batch);

    /** Stores what everything up to a batch taught; older ones may be dropped, all but one in a hundred decisions. */
    void put(String user, Checkpoint checkpoint);

    /** Drops the calibrations that hold this batch. */
    void dropFrom(String user, long batch);

    /** A calibration that holds all standing decisions up to a batch. */
    record Checkpoint(long batch, Calibration calibration) {}

    /**
     * One decision.
     *
     * @param prior the policy's own figure of its proposal
     * @param signals what was learned about its mail before
     */
    record Sample(long batch, long proposalId, String action, boolean approve, double prior, Signals signals) {}
}
