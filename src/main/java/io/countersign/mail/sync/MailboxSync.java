package io.countersign.mail.sync;

import io.countersign.mail.FollowedImport.FollowUp;
import io.countersign.mail.MailImport;
import io.countersign.mail.sync.SyncResult.Failed;
import io.countersign.mail.sync.SyncResult.Outcome;
import io.countersign.mail.sync.SyncResult.Read;
import io.countersign.mail.sync.SyncResult.Unchanged;
import io.countersign.shared.CountersignException;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads followed mailboxes again, each as far as it has changed, and imports what is new. Mail that is gone there stays here.
 * Blocking; how far a mailbox was read is noted when it was read to its end.
 */
public final class MailboxSync {
    private final FollowedSources sources;
    private final MailImport imports;
    private final FollowUp unfinished;
    private final Clock clock;

    /** @param unfinished looks at mail of a reading that did not come to its end, as {@code imports} does by itself otherwise */
    public MailboxSync(FollowedSources sources, MailImport imports, FollowUp unfinished, Clock clock) {
        this.sources = sources;
        this.imports = imports;
        this.unfinished = unfinished;
        this.clock = clock;
    }

    /**
     * Reads all of them, or one.
     *
     * @throws CountersignException.Invalid when {@code only} is not followed
     */
    public SyncResult run(Optional<Path> only, Progress progress) {
        long start = System.nanoTime();
        var chosen = only.map(path -> List.of(chosen(path))).orElseGet(sources::all);
        var outcomes = new ArrayList<Outcome>();
        for (var source : chosen) {
            progress.checkCancelled();
            progress.report(outcomes.size(), chosen.size(), "");
            outcomes.add(sync(source.path(), progress));
        }
        progress.report(outcomes.size(), chosen.size(), "");
        return new SyncResult(outcomes, (System.nanoTime() - start) / 1e9);
    }

    private FollowedSource chosen(Path path) {
        var wanted = FollowedMailboxes.absolute(path);
        return sources.all().stream()
                .filter(source -> source.path().equals(wanted))
                .findFirst()
                .orElseThrow(() -> FollowedMailboxes.notFollowed(path));
    }

    private Outcome sync(Path path, Progress progress) {
        var trouble = Trouble.at(path);
        if (trouble.isPresent()) {
            return failed(path, trouble.get());
        }
        try {
            return read(path, progress);
        } catch (CountersignException.Invalid _) {
            return failed(path, Trouble.at(path).orElse(Trouble.EMPTY));
        }
    }

    private Outcome failed(Path path, Trouble trouble) {
        sources.troubled(path, trouble);
        return new Failed(path, trouble);
    }

    private Outcome read(Path path, Progress progress) {
        var mark = sources.mark(path);
        var now = clock.instant();
        if (!Probe.finds(Reading.since(mark, path, now), path, progress)) {
            sources.seen(path, now);
            return new Unchanged(path);
        }
        var earlier = sources.begin(path);
        var reading = Reading.since(mark, path, now);
        var result = imports.importPaths(List.of(path), _ -> reading.open(), progress);
        if (earlier.isPresent()) {
            unfinished.look(earlier.getAsLong(), progress);
        }
        var lost = Trouble.at(path); // in the middle of it: what was not met then is not gone
        if (lost.isPresent()) {
            return failed(path, lost.get());
        }
        sources.read(path, now, reading.mark());
        return new Read(path, result);
    }
}
