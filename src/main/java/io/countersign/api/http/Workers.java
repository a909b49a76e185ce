package io.countersign.api.http;

import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that do what is asked, apart from those of the server: they use the embedded database and are never
 * interrupted. Looking does not wait behind changing.
 */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int LOOKING = 3;
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private final ExecutorService looking = pool(LOOKING, "api-look-");
    private final ExecutorService changing = pool(1, "api-change-");
    private final ExecutorService telling;
    private final Semaphore streams;
    private final StopSign stop = new StopSign();

    Workers(int streams) {
        this.streams = new Semaphore(streams);
        this.telling = pool(streams, "api-tell-");
    }

    private static ExecutorService pool(int threads, String name) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name, 0).factory());
    }

    /** Cancelled once the server stops. */
    Progress progress() {
        return stop;
    }

    void look(Runnable work) {
        looking.execute(work);
    }

    void change(Runnable work) {
        changing.execute(work);
    }

    void tell(Runnable work) {
        telling.execute(work);
    }

    /** The right to open one stream; false when too many are open. */
    boolean openStream() {
        return streams.tryAcquire();
    }

    void closeStream() {
        streams.release();
    }

    /** What runs is asked to stop; what was not begun is not begun. Returns when nothing uses the services any more. */
    void stop() {
        stop.set();
        var pools = List.of(looking, changing, telling);
        pools.forEach(ExecutorService::shutdown);
        pools.forEach(Workers::await);
    }

    private static void await(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A request still runs while the server has stopped");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class StopSign implements Progress {
        private volatile boolean stopped;

        private void set() {
            stopped = true;
        }

        @Override
        public void report(long done, long total, String message) {}

        @Override
        public void checkCancelled() {
            if (stopped) {
                throw new CancellationException("the server stops");
            }
        }
    }
}
