package io.countersign.mail.sync;

import io.countersign.mail.ImportResult;
import io.countersign.mail.MailImport;
import io.countersign.mail.MailSource;
import io.countersign.mail.SourceOpener;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** An import by hand, after which the mailboxes that were read are followed. What fails or is cancelled is not. */
public final class RememberedImport implements MailImport {
    private final MailImport imports;
    private final FollowedSources sources;
    private final Clock clock;

    public RememberedImport(MailImport imports, FollowedSources sources, Clock clock) {
        this.imports = imports;
        this.sources = sources;
        this.clock = clock;
    }

    private record Opened(Path path, SourceKind kind, Reading reading) {}

    @Override
    public ImportResult importPaths(List<Path> paths, SourceOpener opener, Progress progress) {
        var now = clock.instant();
        var opened = new ArrayList<Opened>();
        var result = imports.importPaths(
                paths,
                path -> {
                    var kind = SourceKind.of(path);
                    if (kind.isEmpty()) {
                        return opener.at(path);
                    }
                    var reading = Reading.first(path, now);
                    opened.add(new Opened(FollowedMailboxes.absolute(path), kind.get(), reading));
                    return reading.open();
                },
                progress);
        for (var source : opened) {
            sources.add(FollowedSource.unread(source.path(), source.kind()));
            sources.read(source.path(), now, source.reading().mark());
        }
        return result;
    }

    @Override
    public ImportResult importSource(MailSource source, Progress progress) {
        return imports.importSource(source, progress);
    }
}
