package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** The use case "bring this mail in": read, understand, store, and let the policies look at what is new. Blocking. */
public interface MailImport {
    /**
     * Imports files and folders.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when a path does not exist or holds no mail at all
     */
    default ImportResult importPaths(List<Path> paths, Progress progress) {
        return importPaths(paths, new MailSources()::at, progress);
    }

    /** The same, with what {@code opener} finds at the paths. */
    ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress);

    /** Imports what a source hands out. */
    ImportResult importSource(MailSource source, Progress progress);
}
