package io.countersign.search;

import io.countersign.shared.task.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index up to date in the background: it looks for changes a few times a second, and when the engine fails it tries
 * again after growing pauses. One thread of its own, never interrupted, since it reads the database.
 */
public final class IndexFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final long LOOK_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long CLOSING_SECONDS = 60;

    private final IndexCatchUp catchUp;
    private final LongSupplier latest;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("index").factory());
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private volatile boolean closing;
    private volatile Optional<SearchFailure.Kind> failure = Optional.empty();
    private long seen = -1;
    private long pauseMillis = LOOK_MILLIS;

    /** @param latest the number of the newest change */
    public IndexFollower(IndexCatchUp catchUp, LongSupplier latest) {
        this.catchUp = catchUp;
        this.latest = latest;
    }

    /** Begins to follow; calls after the first do nothing. */
    public void start() {
        if (started.compareAndSet(false, true)) {
            thread.execute(this::lookAgainAndAgain);
        }
    }

    /** Looks for changes at once. */
    public void nudge() {
        if (started.get() && !closing && nudged.compareAndSet(false, true)) {
            thread.execute(() -> {
                nudged.set(false);
                if (failure.isEmpty()) {
                    look();
                }
            });
        }
    }

    private void lookAgainAndAgain() {
        look();
        if (!closing) {
            thread.schedule(this::lookAgainAndAgain, pauseMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            long newest = latest.getAsLong();
            if (newest != seen) {
                catchUp.run(untilClosing());
                seen = newest;
            }
            if (failure.isPresent()) {
                LOG.info("the index is up to date again");
            }
            failure = Optional.empty();
            pauseMillis = LOOK_MILLIS;
        } catch (CancellationException _) {
            LOG.debug("stopped by closing");
        } catch (SearchFailure e) {
            failed(e.kind(), e);
        } catch (RuntimeException e) {
            failed(SearchFailure.Kind.UNREACHABLE, e);
        }
    }

    private void failed(SearchFailure.Kind kind, RuntimeException e) {
        if (failure.isEmpty() && !closing) {
            LOG.warn("the index cannot follow: {}", kind, e);
        }
        failure = Optional.of(kind);
        seen = -1;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
        if (kind == SearchFailure.Kind.BROKEN) {
            rebuild();
        }
    }

    /** Mail is in the database: an index that cannot be read is built anew without asking. */
    private void rebuild() {
        try {
            catchUp.rebuild(untilClosing());
        } catch (RuntimeException e) {
            LOG.warn("the index cannot be rebuilt", e);
        }
    }

    private Progress untilClosing() {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {
                if (closing) {
                    throw new CancellationException();
                }
            }
        };
    }

    /** Why the index does not follow now, if so. */
    public Optional<SearchFailure.Kind> failure() {
        return failure;
    }

    /** Stops at the next safe point and waits for it; a later start of the program goes on from there. */
    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the index is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
