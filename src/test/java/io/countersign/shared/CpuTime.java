package io.countersign.shared;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What work costs the thread that does it. Unlike the time on the wall it does not grow when the machine is busy with something else. */
public final class CpuTime {
    private CpuTime() {}

    /** Does the work in this thread, and tells the processor time it took there. */
    public static Duration of(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }
}
