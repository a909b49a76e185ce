package io.countersign.approval;

import io.countersign.mail.ImportResult;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** An import before which the detectors learn what is stored, and after which the policies look at what is new. */
public final class ProposingImport implements MailImport {
    private final Runnable before;
    private final ImportService imports;
    private final Approvals approvals;
    private final String account;

    /**
     * Imports for one account.
     *
     * @param before runs ahead of each import
     */
    public ProposingImport(Runnable before, ImportService imports, Approvals approvals, String account) {
        this.before = before;
        this.imports = imports;
        this.approvals = approvals;
        this.account = account;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, Progress progress) {
        before.run();
        return proposed(imports.run(paths, account, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        before.run();
        return proposed(imports.runSources(List.of(source), account, progress), progress);
    }

    private ImportResult proposed(ImportResult result, Progress progress) {
        result.firstNewId().ifPresent(first -> approvals.proposeFrom(first, progress));
        return result;
    }
}
