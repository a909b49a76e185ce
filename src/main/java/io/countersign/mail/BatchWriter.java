package io.countersign.mail;

import io.countersign.shared.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores batches of prepared mail, each in one transaction: what is stored already is left alone. */
final class BatchWriter {
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final MailStore mails;
    private final RawMailStore raws;
    private final KnownMail.Watch watch;
    private final ArrivedMails arrived;
    private long firstNewId = Long.MAX_VALUE;

    /** For one import, whose known mails are told to {@code watch} and whose new ones to {@code arrived}. */
    BatchWriter(
            Transactions transactions,
            MailStore mails,
            RawMailStore raws,
            KnownMail.Watch watch,
            ArrivedMails arrived) {
        this.transactions = transactions;
        this.mails = mails;
        this.raws = raws;
        this.watch = watch;
        this.arrived = arrived;
    }

    /**
     * How a batch ended.
     *
     * @param firstNewId {@link Long#MAX_VALUE} when nothing was new
     */
    record Outcome(int imported, int duplicates, long firstNewId) {}

    Outcome write(List<PreparedMail> batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                var news = new ArrayList<ArrivedMails.Arrived>(batch.size());
                var outcome = transactions.inTransaction(() -> store(batch, news));
                arrived.stored(news);
                return outcome;
            } catch (RuntimeException e) {
                // Another process stored one of these mails meanwhile; the next attempt sees it as a duplicate.
                if (attempt == ATTEMPTS || !mails.isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    private Outcome store(List<PreparedMail> batch, List<ArrivedMails.Arrived> news) {
        var fresh = withoutDuplicates(batch);
        tell(batch, fresh);
        if (fresh.isEmpty()) {
            return new Outcome(0, batch.size(), Long.MAX_VALUE);
        }
        var ids = mails.nextIds(fresh.size());
        firstNewId = Math.min(firstNewId, ids[0]);
        var threads = threads(fresh, ids);
        var locations = raws.append(packed(fresh, ids));
        var rows = new ArrayList<StoredMail>(fresh.size());
        for (int i = 0; i < ids.length; i++) {
            var mail = fresh.get(i);
            var message = new Message(
                    ids[i], threads.threadOf(ids[i]), 0, mail.envelope(), mail.state(), mail.understanding());
            rows.add(new StoredMail(message, mail.identity(), locations.get(i), mail.defects()));
            news.add(new ArrivedMails.Arrived(message, mail.text(), mail.attachments()));
        }
        mails.insert(rows);
        threads.save();
        return new Outcome(fresh.size(), batch.size() - fresh.size(), ids[0]);
    }

    private void tell(List<PreparedMail> batch, List<PreparedMail> fresh) {
        if (fresh.size() < batch.size()) {
            var news = fresh.stream().map(PreparedMail::identity).collect(Collectors.toSet());
            watch.met(
                    batch.stream()
                            .filter(mail -> !news.contains(mail.identity()))
                            .map(mail -> new KnownMail.Met(mail.identity(), mail.said(), mail.state()))
                            .toList(),
                    firstNewId);
        }
    }

    private List<PreparedMail> withoutDuplicates(List<PreparedMail> batch) {
        var unique = new LinkedHashMap<UUID, PreparedMail>();
        batch.forEach(mail -> unique.putIfAbsent(mail.identity(), mail));
        unique.keySet().removeAll(mails.known(unique.keySet()));
        return List.copyOf(unique.values());
    }

    private ThreadAssignment threads(List<PreparedMail> fresh, long[] ids) {
        var added = new ArrayList<ThreadAssignment.NewMail>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            added.add(new ThreadAssignment.NewMail(ids[i], fresh.get(i).threadKeys()));
        }
        var threads = new ThreadAssignment(mails);
        threads.add(added);
        return threads;
    }

    private static List<PackedMail> packed(List<PreparedMail> fresh, long[] ids) {
        var packed = new ArrayList<PackedMail>(fresh.size());
        for (int i = 0; i < ids.length; i++) {
            packed.add(new PackedMail(ids[i], fresh.get(i).packed()));
        }
        return packed;
    }
}
