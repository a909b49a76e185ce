package io.countersign.app;

import java.lang.management.ManagementFactory;

/** Whether mail is also found by meaning. */
enum Semantic {
    /** In the window, and by commands that search, which encode mail first. */
    ON,
    OFF,
    /** In the window, where the computer has memory and processors to spare. */
    AUTO;

    private static final long MEMORY = 8_000_000_000L;
    private static final int PROCESSORS = 4;

    /** The same, on a computer with so many bytes of memory and so many processors. */
    boolean isEverOn(long memory, int processors) {
        return this == ON || (this == AUTO && memory >= MEMORY && processors >= PROCESSORS);
    }

    /** True where the window offers it on this computer. */
    boolean isEverOn() {
        return isEverOn(memory(), Runtime.getRuntime().availableProcessors());
    }

    boolean inCommands() {
        return this == ON;
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
