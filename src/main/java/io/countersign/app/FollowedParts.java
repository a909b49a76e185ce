package io.countersign.app;

import io.countersign.job.Counts;
import io.countersign.mail.ExclusiveImport;
import io.countersign.mail.FollowedImport.FollowUp;
import io.countersign.mail.MailImport;
import io.countersign.mail.sync.FollowedMailboxes;
import io.countersign.mail.sync.FollowedSources;
import io.countersign.mail.sync.MailboxSync;
import io.countersign.mail.sync.RememberedImport;
import io.countersign.mail.sync.SyncResult;
import io.countersign.mail.sync.jdbc.JdbcFollowedSources;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import io.countersign.shared.text.OneLine;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Mailboxes that are read again, and the imports that begin to follow them. One import goes on at a time. */
record FollowedParts(
        FollowedSources sources,
        MailImport alone,
        FollowUp unfinished,
        AtomicReference<LongConsumer> arrivals,
        Clock clock) {
    private static final int LONGEST = 100;
    private static final int BEGINNING = 30;

    static FollowedParts of(Database database, String user, ArrivalParts arrivals, Clock clock) {
        return new FollowedParts(
                new JdbcFollowedSources(database, user),
                new ExclusiveImport(arrivals.imports()),
                arrivals.followUp(),
                new AtomicReference<>(_ -> {}),
                clock);
    }

    /** Imports by hand. */
    MailImport imports() {
        return new RememberedImport(alone, sources, clock);
    }

    /** From now on {@code listener} hears how many new mails the job brought in, whenever there are any. */
    void onArrival(LongConsumer listener) {
        arrivals.set(listener);
    }

    FollowedMailboxes desk() {
        return new FollowedMailboxes(sources);
    }

    /** @param indexing what brings the index up to date, where nothing else does */
    MailboxSync sync(UnaryOperator<MailImport> indexing) {
        return new MailboxSync(sources, indexing.apply(alone), unfinished, clock);
    }

    /** The job: what was found is counted, and said a line each. */
    Counts run(UnaryOperator<MailImport> indexing, Progress progress) {
        var result = sync(indexing).run(Optional.empty(), progress);
        result.outcomes().forEach(outcome -> tell(outcome, progress));
        var total = result.total();
        if (total.imported() > 0) {
            arrivals.get().accept(total.imported());
        }
        var counts = Counts.of("sources", result.reached())
                .and("imported", total.imported())
                .and("missing", result.failed().size());
        return total.rejected() == 0 ? counts : counts.and("rejected", total.rejected());
    }

    private static void tell(SyncResult.Outcome outcome, Progress progress) {
        switch (outcome) {
            case SyncResult.Unchanged _ -> {}
            case SyncResult.Read(var path, var result) -> {
                if (result.imported() + result.rejected() > 0) {
                    progress.note(result.imported() + " new"
                            + (result.rejected() > 0 ? ", " + result.rejected() + " rejected" : "") + ": "
                            + shortened(path));
                }
            }
            case SyncResult.Failed(var path, var trouble) ->
                progress.note(switch (trouble) {
                            case MISSING -> "Not there: ";
                            case UNREADABLE -> "May not be read: ";
                            case EMPTY -> "Holds no mail: ";
                        }
                        + shortened(path));
        }
    }

    /** Its end says more than its middle. */
    private static String shortened(Path path) {
        var text = OneLine.of(path.toString());
        return text.length() <= LONGEST
                ? text
                : text.substring(0, BEGINNING) + "…" + text.substring(text.length() - (LONGEST - BEGINNING - 1));
    }
}
