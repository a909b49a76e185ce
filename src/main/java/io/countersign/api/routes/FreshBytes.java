package io.countersign.api.routes;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An answer that is worked out once for all who ask while it holds: everybody gets one that was begun after they asked, or
 * that holds still. Thread-safe.
 */
final class FreshBytes {
    private final Supplier<OptionalLong> version;
    private final Supplier<byte[]> work;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private volatile Made made = new Made(OptionalLong.empty(), 0, new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Made(OptionalLong version, long number, byte[] bytes) {
        boolean isOf(OptionalLong now) {
            return now.isPresent() && now.equals(version);
        }
    }

    /** @param version another one means that the answer may have changed; empty: it may have at any time */
    FreshBytes(Supplier<OptionalLong> version, Supplier<byte[]> work) {
        this.version = version;
        this.work = work;
    }

    byte[] get() {
        if (made.isOf(version.get())) {
            return made.bytes();
        }
        long asked = begun.get();
        working.lock();
        try {
            var newest = made;
            return newest.number() > asked || newest.isOf(version.get()) ? newest.bytes() : make();
        } finally {
            working.unlock();
        }
    }

    private byte[] make() {
        long number = begun.incrementAndGet();
        var before = version.get(); // read first: what changes meanwhile makes this one out of date
        var bytes = work.get();
        made = new Made(before, number, bytes);
        return bytes;
    }
}
