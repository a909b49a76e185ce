package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Moves mail from the reading thread over workers that prepare it to one thread that stores it, in the order of the source. The
 * bytes on the way are bounded, so memory depends on the largest mail only.
 */
final class ImportPipeline implements MailSource.Sink, AutoCloseable {
    private static final int CHUNK_MAILS = 64;
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int BATCH_MAILS =
            4000; // larger batches rewrite fewer index pages: 4000 cost H2 half of what 1000 do
    private static final int BATCH_BYTES = 24 << 20;
    private static final int ROW_BYTES = 2000;
    // A mail, however large, plus a batch that is not full yet must always fit, or reader and writer would wait for
    // each other.
    private static final int BUDGET = 96 << 20;
    private static final int LARGEST_SHARE = BUDGET - BATCH_BYTES;

    private final ChunkWorker worker;
    private final BatchWriter writer;
    private final ImportTally tally;
    private final Progress progress;
    private final ExecutorService workers;
    private final ExecutorService storing = Executors.newSingleThreadExecutor(named("import-store"));
    private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
    private final Semaphore budget = new Semaphore(BUDGET);
    private final Future<?> stored;
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;
    private List<RawMail> next = new ArrayList<>();
    private long nextBytes;

    /** Prepares the mails of one chunk. */
    interface ChunkWorker {
        List<PreparedMail> prepare(List<RawMail> mails);
    }

    private record Chunk(@Nullable Future<List<PreparedMail>> mails, int bytes) {
        static final Chunk END = new Chunk(null, 0);
    }

    ImportPipeline(ChunkWorker worker, BatchWriter writer, ImportTally tally, Progress progress) {
        this.worker = worker;
        this.writer = writer;
        this.tally = tally;
        this.progress = progress;
        this.workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), named("import-read"));
        this.stored = storing.submit(this::storeAll);
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    @Override
    public void mail(RawMail mail) {
        tally.read();
        next.add(mail);
        nextBytes += mail.content().length;
        if (next.size() >= CHUNK_MAILS || nextBytes >= CHUNK_BYTES) {
            submit();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        tally.rejected(rejection);
    }

    /** Waits until everything is stored; rethrows what stopped it. */
    void finish() {
        if (!next.isEmpty()) {
            submit();
        }
        chunks.add(Chunk.END);
        await(stored);
        throwFailure();
    }

    private void submit() {
        throwFailure();
        progress.checkCancelled();
        var mails = next;
        int bytes = (int) Math.min(nextBytes, LARGEST_SHARE);
        next = new ArrayList<>();
        nextBytes = 0;
        budget.acquireUninterruptibly(bytes);
        chunks.add(new Chunk(workers.submit(() -> worker.prepare(mails)), bytes));
    }

    private void storeAll() {
        var batch = new ArrayList<PreparedMail>();
        int bytes = 0;
        while (true) {
            var chunk = take();
            var mails = chunk.mails();
            try {
                bytes += chunk.bytes();
                if (mails != null && failure == null && !abandoned) {
                    var prepared = await(mails);
                    batch.addAll(prepared);
                    bytes -= shrunk(chunk, prepared);
                }
                if (mails == null || batch.size() >= BATCH_MAILS || bytes >= BATCH_BYTES) {
                    store(batch);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            if (mails == null) {
                return;
            }
            if (batch.isEmpty() || failure != null) {
                batch.clear();
                budget.release(bytes);
                bytes = 0;
            }
        }
    }

    /** Gives back what compression saved. */
    private int shrunk(Chunk chunk, List<PreparedMail> prepared) {
        long left = prepared.stream()
                .mapToLong(mail -> mail.packed().length + mail.text().length() + ROW_BYTES)
                .sum();
        int saved = (int) Math.max(0, chunk.bytes() - left);
        budget.release(saved);
        return saved;
    }

    private void store(List<PreparedMail> batch) {
        if (batch.isEmpty() || failure != null || abandoned) {
            batch.clear();
            return;
        }
        progress.checkCancelled();
        tally.stored(writer.write(batch));
        batch.clear();
    }

    private void throwFailure() {
        switch (failure) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private Chunk take() {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("import threads are never interrupted", e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("import threads are never interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Ends all threads; what is not stored by then, because reading failed or was cancelled, is dropped. */
    @Override
    public void close() {
        abandoned = true;
        chunks.add(Chunk.END);
        await(stored);
        workers.shutdown();
        storing.shutdown();
    }
}
