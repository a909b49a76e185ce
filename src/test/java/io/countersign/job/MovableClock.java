package io.countersign.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that a test sets, in the zone that the test lives in. */
public final class MovableClock extends Clock {
    private final ZoneId zone;
    private volatile Instant now;

    public MovableClock(String zone, String localTime) {
        this.zone = ZoneId.of(zone);
        this.now = LocalDateTime.parse(localTime).atZone(this.zone).toInstant();
    }

    public void set(Instant moment) {
        now = moment;
    }

    /** The local time, the first where a day has it twice. */
    public void set(String localTime) {
        now = LocalDateTime.parse(localTime).atZone(zone).toInstant();
    }

    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException();
    }
}
