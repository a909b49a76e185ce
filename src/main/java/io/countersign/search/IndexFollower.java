package io.countersign.search;

import io.countersign.mail.MailChanges;
import io.countersign.shared.task.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index up to date while a window is open: asks for new changes every {@link #POLL}, on a thread of its own. An
 * engine that fails is asked again after growing pauses, and has lost nothing then.
 */
public final class IndexFollower implements AutoCloseable {
    /** How long a change waits at most before it is taken in. */
    public static final Duration POLL = Duration.ofMillis(300);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private final MailChanges log;
    private final String name;
    private final int priority;
    private final Consumer<Progress> takeIn;
    private final Consumer<Progress> afterwards;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long taken = -1;
    private Duration pause = POLL;
    private @Nullable Thread thread;

    /** @param afterwards runs on the follower's thread after changes were taken in */
    public IndexFollower(MailChanges log, IndexCatchUp catchUp, Consumer<Progress> afterwards) {
        this("index-follower", Thread.NORM_PRIORITY, log, catchUp::run, afterwards);
    }

    private IndexFollower(
            String name, int priority, MailChanges log, Consumer<Progress> takeIn, Consumer<Progress> afterwards) {
        this.name = name;
        this.priority = priority;
        this.log = log;
        this.takeIn = takeIn;
        this.afterwards = afterwards;
    }

    /** One for work that takes long and that nobody waits for: {@code takeIn} runs on a thread of low priority. */
    public static IndexFollower unhurried(String name, MailChanges log, Consumer<Progress> takeIn) {
        return new IndexFollower(name, Thread.MIN_PRIORITY, log, takeIn, _ -> {});
    }

    /** Begins to follow; at most once. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it: a courtesy where the system honours it
    public synchronized void start() {
        if (thread == null && stopped.getCount() > 0) {
            thread = Thread.ofPlatform().daemon().name(name).priority(priority).start(this::followUntilStopped);
        }
    }

    private void followUntilStopped() {
        try {
            var wait = step();
            while (!stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException _) {
            LOG.debug("stopped while it took in changes");
        }
    }

    /** Takes in what is new, if anything; returns how long to wait before the next step. For one thread. */
    Duration step() {
        try {
            long latest = log.latest();
            if (latest != taken) {
                takeIn.accept(untilStopped());
                taken = latest;
                afterwards.accept(untilStopped());
            }
            pause = POLL;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            boolean first = pause.equals(POLL);
            pause = first ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            if (first) {
                LOG.warn("{} cannot take in what is new now", name, e);
            }
        }
        return pause;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Progress untilStopped() {
        return new CancelledWhen(() -> stopped.getCount() == 0);
    }

    private record CancelledWhen(BooleanSupplier cancelled) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            LOG.trace("{} of {} {}", done, total, message);
        }

        @Override
        public void checkCancelled() {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
        }
    }

    /** Stops between two batches and waits for that. */
    @Override
    public void close() {
        stopped.countDown();
        var running = running();
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }
}
