package io.countersign.job.jdbc;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that nobody interrupts, whoever asks: they use H2, whose file would close under an interrupted one. */
final class PatientPool extends ThreadPoolExecutor {
    private final Runnable wake;

    /** @param wake is called instead of interrupting */
    PatientPool(String name, int threads, Runnable wake) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        this.wake = wake;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        wake.run();
        return List.of();
    }
}
