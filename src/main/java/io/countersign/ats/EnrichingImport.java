package io.countersign.ats;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.util.List;

/** An import after which new mail is seen in the light of all other mail. */
public final class EnrichingImport implements MailImport {
    private final MailImport imports;
    private final AtsEnrichmentJob job;

    public EnrichingImport(MailImport imports, AtsEnrichmentJob job) {
        this.imports = imports;
        this.job = job;
    }

    @Override
    public ImportResult importPaths(List<Path> paths, Progress progress) {
        return enriched(imports.importPaths(paths, progress), progress);
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return enriched(imports.importSource(source, progress), progress);
    }

    private ImportResult enriched(ImportResult result, Progress progress) {
        if (result.firstNewId().isPresent()) {
            job.run(false, progress);
        }
        return result;
    }
}
