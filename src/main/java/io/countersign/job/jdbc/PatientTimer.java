package io.countersign.job.jdbc;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Like {@link PatientPool}, for what is done again and again; nothing is begun any more once it is shut down. */
final class PatientTimer extends ScheduledThreadPoolExecutor {
    PatientTimer(String name, int threads) {
        super(threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
