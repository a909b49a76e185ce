package io.countersign.mail;

import io.countersign.shared.Transactions;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads mail from files and stores what is new, understood by all enrichers. Blocking; one import at a time. */
public final class ImportService {
    /** The account that mail belongs to when nobody says otherwise. */
    public static final String LOCAL_ACCOUNT = "local";

    private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);

    private final MailPreparer preparer;
    private final Storage storage;

    /**
     * Wires the import.
     *
     * @param enrichers run in this order
     */
    public ImportService(
            Storage storage, MailParser parser, List<MailEnricher> enrichers, ArrivalRules rules, Clock clock) {
        this.preparer = new MailPreparer(parser, new Enrichment(parser, enrichers), rules, new EnvelopeBuilder(clock));
        this.storage = storage;
    }

    /** Where imported mail goes; {@code known} learns of mail that is there already, {@code arrived} of what is new. */
    public record Storage(
            Transactions transactions, MailStore mails, RawMailStore raws, KnownMail known, ArrivedMails arrived) {
        /** Without anybody who wants to know of new mail. */
        public Storage(Transactions transactions, MailStore mails, RawMailStore raws, KnownMail known) {
            this(transactions, mails, raws, known, ArrivedMails.ignored());
        }

        /** Without anybody who wants to know of known or new mail. */
        public Storage(Transactions transactions, MailStore mails, RawMailStore raws) {
            this(transactions, mails, raws, KnownMail.ignored());
        }

        private BatchWriter writer(KnownMail.Watch watch) {
            return new BatchWriter(transactions, mails, raws, watch, arrived);
        }
    }

    /**
     * Imports everything below {@code paths}. Known mail counts as duplicate and keeps what was done to it here;
     * what changed in the source since is told to {@link Storage#known}. A cancelled import keeps
     * the batches that were stored.
     *
     * @throws io.countersign.shared.CountersignException when a path cannot be read at all (nothing is imported then) or storing fails
     */
    public ImportResult run(List<Path> paths, String account, Progress progress) {
        return run(paths, new MailSources()::at, account, progress);
    }

    /** Imports what {@code opener} finds at {@code paths}, with the same promises. */
    public ImportResult run(List<Path> paths, SourceOpener opener, String account, Progress progress) {
        var sources = paths.stream().map(opener::at).toList();
        var watch = storage.known().watch(paths, sources.stream().noneMatch(MailSource::isPartial));
        var result = read(sources, account, watch, progress);
        watch.finish();
        return result;
    }

    /** Imports what these sources hand out, like {@link #run}. */
    public ImportResult runSources(List<? extends MailSource> sources, String account, Progress progress) {
        return read(sources, account, KnownMail.ignored().watch(List.of(), true), progress);
    }

    private ImportResult read(
            List<? extends MailSource> sources, String account, KnownMail.Watch watch, Progress progress) {
        long start = System.nanoTime();
        var tally = new ImportTally();
        try (var pipeline =
                new ImportPipeline(mails -> prepare(mails, account, tally), storage.writer(watch), tally, progress)) {
            for (var source : sources) {
                source.read(pipeline, progress);
            }
            pipeline.finish();
        }
        return tally.result((System.nanoTime() - start) / 1e9);
    }

    private List<PreparedMail> prepare(List<RawMail> mails, String account, ImportTally tally) {
        var prepared = new ArrayList<PreparedMail>(mails.size());
        try (var packer = new RawPacker()) {
            for (var mail : mails) {
                try {
                    prepared.add(preparer.prepare(mail, account.isBlank() ? LOCAL_ACCOUNT : account, packer));
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    LOG.warn("mail at {} byte {} cannot be read", mail.source(), mail.position(), e);
                    tally.rejected(new Rejection(
                            mail.source(),
                            mail.position(),
                            "The mail of " + mail.content().length + " bytes cannot be read ("
                                    + e.getClass().getSimpleName() + ")."));
                }
            }
        }
        return prepared;
    }
}
