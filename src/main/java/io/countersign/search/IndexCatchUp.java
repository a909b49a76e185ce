package io.countersign.search;

import io.countersign.mail.ArrivedMails.Arrived;
import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings an index up to the stored mail by following the log of changes: mail whose text is new is put whole, other mail is
 * updated. An index that follows nothing, is broken, or is further behind than the log reaches is built from all mail. What
 * fails is where it was for the next try; nothing is lost. Blocking and thread-safe: who comes second waits.
 */
public final class IndexCatchUp {
    private static final int STEP = 500;

    private final SearchIndex index;
    private final MailChanges log;
    private final MessageRepository messages;
    private final MailReader reader;
    private final TextsAtHand atHand;
    private volatile Optional<SearchFailure.Kind> failure = Optional.empty();

    /** Without an import that hands over what it read. */
    public IndexCatchUp(SearchIndex index, MailChanges log, MessageRepository messages, MailReader reader) {
        this(index, log, messages, reader, new TextsAtHand());
    }

    /** @param atHand what an import has read already */
    public IndexCatchUp(
            SearchIndex index, MailChanges log, MessageRepository messages, MailReader reader, TextsAtHand atHand) {
        this.atHand = atHand;
        this.index = index;
        this.log = log;
        this.messages = messages;
        this.reader = reader;
    }

    /**
     * Takes in everything that was committed before the call; returns how many mails the index was given.
     *
     * @throws SearchFailure when the engine cannot do it now
     */
    public synchronized long run(Progress progress) {
        return noted(() -> {
            try {
                return follow(progress);
            } catch (MailChanges.Forgotten _) {
                return rebuildAndFollow(progress);
            } catch (SearchFailure e) {
                if (e.kind() != SearchFailure.Kind.BROKEN) {
                    throw e;
                }
                return rebuildAndFollow(progress);
            }
        });
    }

    /**
     * Builds the index anew from all mail; the present one answers until that is done, and stays when it is cancelled. Returns
     * how many mails the index was given.
     *
     * @throws SearchFailure when the engine cannot do it now
     */
    public synchronized long rebuild(Progress progress) {
        return noted(() -> rebuildAndFollow(progress));
    }

    /** Why the last try failed, if it did; thread-safe, does not block. */
    public Optional<SearchFailure.Kind> failure() {
        return failure;
    }

    private interface Work {
        long done();
    }

    private long noted(Work work) {
        try {
            long done = work.done();
            failure = Optional.empty();
            return done;
        } catch (SearchFailure e) {
            failure = Optional.of(e.kind());
            throw e;
        }
    }

    private long follow(Progress progress) {
        long handed = atHand.handed();
        long follows = index.follows();
        long latest = log.latest();
        // More than there ever was: the database is an older copy.
        if (follows == 0 || follows > latest) {
            throw new MailChanges.Forgotten(follows);
        }
        long first = follows;
        long given = 0;
        while (follows < latest) {
            progress.checkCancelled();
            var changes = log.after(follows, STEP);
            if (changes.isEmpty()) {
                break;
            }
            given += take(changes, progress);
            follows = changes.getLast().number();
            index.refresh(follows);
            progress.report(follows - first, latest - first, "");
        }
        atHand.drop(handed);
        return given;
    }

    private long take(List<Change> changes, Progress progress) {
        var textToo = new TreeMap<Long, Boolean>();
        var times = new HashMap<Long, Integer>();
        for (var change : changes) {
            textToo.merge(change.messageId(), change.textToo(), Boolean::logicalOr);
            times.merge(change.messageId(), 1, Integer::sum);
        }
        var ids = new ArrayList<Long>(textToo.size());
        var handed = new ArrayList<IndexedMail>();
        textToo.forEach((id, text) -> {
            // Changed again since it was stored: what the import handed over is no longer what is stored.
            var mail = text ? atHand.take(id).filter(_ -> times.getOrDefault(id, 0) == 1) : Optional.<Arrived>empty();
            mail.ifPresentOrElse(
                    read -> handed.add(new IndexedMail(read.message(), read.text(), read.attachments())),
                    () -> ids.add(id));
        });
        if (!handed.isEmpty()) {
            index.put(handed);
        }
        for (int from = 0; from < ids.size(); from += STEP) {
            progress.checkCancelled();
            take(messages.findAll(ids.subList(from, Math.min(ids.size(), from + STEP))), textToo);
        }
        return textToo.size();
    }

    private void take(List<Message> mails, Map<Long, Boolean> textToo) {
        index.update(mails.stream()
                .filter(mail -> !textToo.getOrDefault(mail.id(), true))
                .toList());
        var batch = new IndexBatch(reader, index::put);
        mails.stream().filter(mail -> textToo.getOrDefault(mail.id(), true)).forEach(batch::add);
        batch.flush();
    }

    private long rebuildAndFollow(Progress progress) {
        long latest = log.latest();
        long total = messages.count();
        var put = new long[1];
        try (var rebuild = index.rebuild()) {
            var batch = new IndexBatch(reader, rebuild::put);
            messages.forEachFrom(0, mail -> add(mail, batch, ++put[0], total, progress));
            batch.flush();
            progress.checkCancelled();
            rebuild.finish(latest);
        }
        progress.report(total, total, "");
        return put[0] + follow(progress);
    }

    private static boolean add(Message mail, IndexBatch batch, long number, long total, Progress progress) {
        batch.add(mail);
        if (number % STEP == 0) {
            progress.checkCancelled();
            progress.report(Math.min(number, total - 1), total, "");
        }
        return true;
    }
}
