package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** An import into one account, before which the detectors learn what is stored. */
public final class AccountImport implements MailImport {
    private final Runnable before;
    private final ImportService imports;
    private final String account;

    /** @param before runs ahead of each import */
    public AccountImport(Runnable before, ImportService imports, String account) {
        this.before = before;
        this.imports = imports;
        this.account = account;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        before.run();
        return imports.run(paths, opener, account, progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        before.run();
        return imports.runSources(List.of(source), account, progress);
    }
}
