package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One import at a time in this process: another one waits, and may be cancelled meanwhile. */
public final class ExclusiveImport implements MailImport {
    private static final long LOOK_AGAIN = 200;

    private final MailImport imports;
    private final ReentrantLock running = new ReentrantLock(true);

    public ExclusiveImport(MailImport imports) {
        this.imports = imports;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        return alone(() -> imports.importPaths(paths, opener, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return alone(() -> imports.importSource(source, progress), progress);
    }

    private ImportResult alone(Supplier<ImportResult> work, Progress progress) {
        await(progress);
        try {
            return work.get();
        } finally {
            running.unlock();
        }
    }

    private void await(Progress progress) {
        boolean said = false;
        while (!isFree()) {
            progress.checkCancelled();
            if (!said) {
                progress.note("Waits for another import to end.");
                said = true;
            }
        }
    }

    private boolean isFree() {
        try {
            return running.tryLock(LOOK_AGAIN, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("import threads are never interrupted", e);
        }
    }
}
