package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** An import after which something looks at what is new. */
public final class FollowedImport implements MailImport {
    private final MailImport imports;
    private final FollowUp then;

    /** What is done with new mail. */
    @FunctionalInterface
    public interface FollowUp {
        /** Looks at the mails with this id and greater ones. */
        void look(long firstNewId, Progress progress);
    }

    /** @param then runs only when there is new mail */
    public FollowedImport(MailImport imports, FollowUp then) {
        this.imports = imports;
        this.then = then;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        return followed(imports.importPaths(paths, opener, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return followed(imports.importSource(source, progress), progress);
    }

    private ImportResult followed(ImportResult result, Progress progress) {
        result.firstNewId().ifPresent(first -> then.look(first, progress));
        return result;
    }
}
