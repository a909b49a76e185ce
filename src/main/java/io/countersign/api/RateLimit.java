package io.countersign.api;

import java.util.function.LongSupplier;

/** A token bucket: so many at once, and so many a second in the long run. Thread-safe. */
public final class RateLimit {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private double left;
    private long filledAt;

    /** @param nanos a clock that never goes back, such as {@link System#nanoTime()} */
    public RateLimit(double perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.left = burst;
        this.filledAt = nanos.getAsLong();
    }

    /** Takes one; false when there is none left now. */
    public synchronized boolean take() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
