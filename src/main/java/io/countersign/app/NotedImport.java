package io.countersign.app;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.mail.SourceOpener;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** An import of which somebody hears how it went. */
record NotedImport(MailImport imports, Consumer<ImportResult> listener) implements MailImport {
    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        return noted(imports.importPaths(paths, opener, progress));
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return noted(imports.importSource(source, progress));
    }

    private ImportResult noted(ImportResult result) {
        listener.accept(result);
        return result;
    }
}
