package io.countersign.money.pdf;

import io.countersign.money.PdfReading;
import io.countersign.money.PdfText;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDFs in a process of its own, which starts with the first file, serves the next ones, and is replaced when a file
 * exhausts it. Callers take turns. Files above 10 MB, and what is no PDF at all, never reach the process.
 */
public final class GuardedPdfText implements PdfText, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedPdfText.class);
    private static final byte[] MARK = {'%', 'P', 'D', 'F', '-'};

    /** Viewers accept some bytes before the mark, and mail gateways add them. */
    private static final int MARK_WITHIN = 1024;

    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile boolean closed;
    private volatile @Nullable WorkerProcess worker;

    /** {@code limit} is the wall time that one file may take once its turn has come and the process is ready. */
    public GuardedPdfText(Duration limit) {
        this.limit = limit;
    }

    @Override
    public PdfReading read(byte[] pdf) {
        if (pdf.length > Limits.FILE_BYTES) {
            return new PdfReading.Unreadable("larger than 10 MB");
        }
        if (!isMarked(pdf)) {
            return new PdfReading.Unreadable(pdf.length == 0 ? "empty" : "broken: not a PDF");
        }
        turn.lock();
        try {
            // A process that ended between two files is nobody's fault: the file gets a second one.
            return ask(pdf).or(() -> ask(pdf)).orElse(new PdfReading.Unreadable("broken: it ended the reader"));
        } finally {
            turn.unlock();
        }
    }

    private Optional<PdfReading> ask(byte[] pdf) {
        try {
            return closed
                    ? Optional.of(new PdfReading.Unreadable("not read: the program was closing"))
                    : running().read(pdf, limit);
        } catch (IOException e) {
            LOG.warn("No process to read PDFs", e);
            return Optional.of(new PdfReading.Unreadable("not read: the reader did not start"));
        }
    }

    private WorkerProcess running() throws IOException {
        var current = worker;
        if (current == null || !current.isAlive()) {
            current = WorkerProcess.start();
            worker = current;
        }
        return current;
    }

    private static boolean isMarked(byte[] pdf) {
        int last = Math.min(pdf.length, MARK_WITHIN) - MARK.length;
        for (int i = 0; i <= last; i++) {
            if (Arrays.equals(pdf, i, i + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }

    /** Ends the process, also in the middle of a file; whoever waits for it gets an answer. */
    @Override
    public void close() {
        closed = true;
        endWorker();
        turn.lock();
        try {
            endWorker();
        } finally {
            turn.unlock();
        }
    }

    private void endWorker() {
        var current = worker;
        if (current != null) {
            current.end();
        }
    }

    /** The process that serves at present, if any: for tests, which kill it. */
    Optional<Long> workerPid() {
        return Optional.ofNullable(worker).filter(WorkerProcess::isAlive).map(WorkerProcess::pid);
    }
}
