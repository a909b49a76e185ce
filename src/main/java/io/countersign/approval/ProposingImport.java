package io.countersign.approval;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** An import after which the policies look at what is new. */
public final class ProposingImport implements MailImport {
    private final MailImport imports;
    private final Approvals approvals;

    public ProposingImport(MailImport imports, Approvals approvals) {
        this.imports = imports;
        this.approvals = approvals;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, Progress progress) {
        return proposed(imports.importPaths(paths, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return proposed(imports.importSource(source, progress), progress);
    }

    private ImportResult proposed(ImportResult result, Progress progress) {
        result.firstNewId().ifPresent(first -> approvals.proposeFrom(first, progress));
        return result;
    }
}
