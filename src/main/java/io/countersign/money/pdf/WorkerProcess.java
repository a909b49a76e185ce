package io.countersign.money.pdf;

import io.countersign.money.PdfReading;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One reading process, seen from ours. Waiting never depends on interrupting a thread: what blocks on a pipe is a thread of
 * its own, and ending the process ends the pipe. For one caller at a time; {@link #end()} for any thread.
 */
final class WorkerProcess {
    /** Starting is not the file's fault, so it has its own, generous limit. */
    private static final Duration START = Duration.ofSeconds(30);

    private static final Duration EXIT = Duration.ofSeconds(5);

    private final Process process;
    private final DataOutputStream files;
    private final DataInputStream readings;

    private WorkerProcess(Process process) {
        this.process = process;
        this.files = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.readings = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Starts a process and waits until it is ready for files. */
    static WorkerProcess start() throws IOException {
        var worker = new WorkerProcess(WorkerCommand.create().start());
        try {
            worker.within(START, worker.readings::readByte);
            return worker;
        } catch (CompletionException e) {
            worker.end();
            throw new IOException("the reading process did not get ready", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The reading of a file; empty if the process ended for no reason that is known to lie in the file. */
    Optional<PdfReading> read(byte[] pdf, Duration limit) {
        try {
            return Optional.of(within(limit, () -> exchange(pdf)));
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                end();
                return Optional.of(new PdfReading.Unreadable("took longer than " + seconds(limit) + " s"));
            }
            return afterExit();
        }
    }

    private PdfReading exchange(byte[] pdf) throws IOException {
        Frames.writeFile(pdf, files);
        return Frames.readReading(readings);
    }

    private Optional<PdfReading> afterExit() {
        awaitExit();
        boolean outOfMemory = !process.isAlive() && process.exitValue() == WorkerCommand.OUT_OF_MEMORY;
        end();
        return outOfMemory
                ? Optional.of(new PdfReading.Unreadable("needs more than " + Limits.HEAP_MEGABYTES + " MB"))
                : Optional.empty();
    }

    /** Ends the process at once and waits until it is gone. */
    void end() {
        process.destroyForcibly();
        awaitExit();
    }

    private void awaitExit() {
        process.onExit()
                .completeOnTimeout(process, EXIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private <T> T within(Duration limit, Blocking<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("pdf").start(() -> {
            try {
                result.complete(work.call());
            } catch (IOException e) {
                result.completeExceptionally(new UncheckedIOException(e));
            }
        });
        return result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private static String seconds(Duration limit) {
        return limit.toMillisPart() == 0
                ? Long.toString(limit.toSeconds())
                : Double.toString(limit.toMillis() / 1000.0);
    }

    @FunctionalInterface
    private interface Blocking<T> {
        T call() throws IOException;
    }
}
