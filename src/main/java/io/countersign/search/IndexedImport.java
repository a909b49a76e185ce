package io.countersign.search;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.mail.SourceOpener;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An import that is indexed while it goes on, from what it reads anyway; afterwards the index is up to date. Whatever is wrong
 * with the index, the mail is imported.
 */
public final class IndexedImport implements MailImport {
    private static final Logger LOG = LoggerFactory.getLogger(IndexedImport.class);

    private final MailImport imports;
    private final IndexCatchUp catchUp;
    private final TextsAtHand atHand;
    private final Consumer<SearchFailure> warnings;

    /** @param warnings hears when the index could not be brought up to date; the mail is stored all the same */
    public IndexedImport(
            MailImport imports, IndexCatchUp catchUp, TextsAtHand atHand, Consumer<SearchFailure> warnings) {
        this.imports = imports;
        this.catchUp = catchUp;
        this.atHand = atHand;
        this.warnings = warnings;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        return indexed(() -> imports.importPaths(paths, opener, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return indexed(() -> imports.importSource(source, progress), progress);
    }

    private ImportResult indexed(Supplier<ImportResult> running, Progress progress) {
        // An index that follows nothing is built before mail comes, so that it is not built while mail comes.
        boolean follows = tryTo(progress, _ -> {});
        var result = follows ? beside(running) : running.get();
        tryTo(progress, warnings);
        return result;
    }

    private boolean tryTo(Progress progress, Consumer<SearchFailure> failed) {
        try {
            catchUp.run(progress);
            return true;
        } catch (SearchFailure e) {
            failed.accept(e);
            return false;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The search index cannot be brought up to date", e);
            failed.accept(new SearchFailure(SearchFailure.Kind.UNREACHABLE, String.valueOf(e.getMessage()), e));
            return false;
        }
    }

    private ImportResult beside(Supplier<ImportResult> running) {
        try (var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("index-import").factory())) {
            var waiting = new AtomicBoolean();
            atHand.listen(() -> {
                if (waiting.compareAndSet(false, true)) {
                    later(thread, () -> {
                        waiting.set(false);
                        tryTo(Progress.none(), _ -> {});
                    });
                }
            });
            try {
                return running.get();
            } finally {
                atHand.listen(() -> {});
            }
        }
    }

    private static void later(Executor thread, Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException _) {
            // Another import that ends after this one takes it in.
            LOG.debug("the index is brought up to date later");
        }
    }
}
