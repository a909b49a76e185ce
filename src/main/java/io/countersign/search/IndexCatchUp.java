package io.countersign.search;

import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Brings an index up to date with stored mail, by the log of changes. Whatever it does can be done again: when the engine fails
 * half-way, the next run begins where the engine says that it stands. Blocking; one run at a time, others wait.
 */
public final class IndexCatchUp {
    private static final int CHANGES = 2000;
    private static final int BATCH = 500;

    private final SearchIndex index;
    private final Books books;
    private final MailTexts texts;
    private final Object rebuilding = new Object();
    private volatile OptionalLong follows = OptionalLong.empty();

    /** Where mail and its changes are found. */
    public record Books(MailChanges changes, MessageRepository messages, MailReader reader, TextsAtHand atHand) {}

    public IndexCatchUp(SearchIndex index, Books books) {
        this.index = index;
        this.books = books;
        this.texts = new MailTexts(books.reader());
    }

    /**
     * Takes in everything that has changed, until nothing is left. An index that is empty or too far behind is rebuilt.
     *
     * @throws SearchFailure when the engine cannot do it now; nothing is lost
     */
    public void run(Progress progress) {
        try {
            follow(progress);
        } catch (MailChanges.Forgotten _) {
            rebuild(progress);
            follow(progress);
        }
    }

    private synchronized void follow(Progress progress) {
        try {
            long number = follows();
            long first = number;
            for (var changes = books.changes().after(number, CHANGES);
                    !changes.isEmpty();
                    changes = books.changes().after(number, CHANGES)) {
                take(changes, progress);
                number = changes.getLast().number();
                index.refresh(number);
                follows = OptionalLong.of(number);
                progress.report(number - first, books.changes().latest() - first, "");
            }
        } catch (RuntimeException e) {
            // What was not refreshed may be lost; the engine knows what it has.
            follows = OptionalLong.empty();
            throw e;
        }
    }

    private long follows() {
        if (follows.isEmpty()) {
            follows = OptionalLong.of(index.follows());
        }
        return follows.getAsLong();
    }

    private void take(List<Change> changes, Progress progress) {
        var textToo = new LinkedHashMap<Long, Boolean>();
        var once = new LinkedHashMap<Long, Integer>();
        for (var change : changes) {
            textToo.merge(change.messageId(), change.textToo(), Boolean::logicalOr);
            once.merge(change.messageId(), 1, Integer::sum);
        }
        takeTexts(textToo, once, progress);
        var rest = textToo.entrySet().stream()
                .filter(change -> !change.getValue())
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < rest.size(); from += CHANGES) {
            progress.checkCancelled();
            index.update(books.messages().findAll(rest.subList(from, Math.min(rest.size(), from + CHANGES))));
        }
    }

    private void takeTexts(Map<Long, Boolean> textToo, Map<Long, Integer> times, Progress progress) {
        var ready = new ArrayList<IndexedMail>();
        var unread = new ArrayList<Long>();
        textToo.forEach((id, text) -> {
            if (text) {
                // Changed again since it was stored: what the import handed over is no longer what is stored.
                books.atHand()
                        .take(id)
                        .filter(_ -> times.getOrDefault(id, 0) == 1)
                        .ifPresentOrElse(
                                mail -> ready.add(new IndexedMail(mail.message(), mail.text(), mail.attachments())),
                                () -> unread.add(id));
            }
        });
        index.put(ready);
        for (int from = 0; from < unread.size(); from += BATCH) {
            progress.checkCancelled();
            index.put(texts.of(books.messages().findAll(unread.subList(from, Math.min(unread.size(), from + BATCH)))));
        }
    }

    /**
     * Builds the index from all stored mail; until it is done, the present one answers and is kept up to date.
     *
     * @throws SearchFailure when the engine cannot do it now; the present index stays
     * @throws java.util.concurrent.CancellationException when cancelled; the present index stays
     */
    public void rebuild(Progress progress) {
        synchronized (rebuilding) {
            long start = books.changes().latest();
            try (var rebuild = index.rebuild()) {
                putAll(rebuild, progress);
                finish(rebuild, start);
            }
        }
    }

    private void putAll(SearchIndex.Rebuild rebuild, Progress progress) {
        long total = books.messages().count();
        var batch = new ArrayList<Message>(BATCH);
        var done = new long[1];
        Runnable put = () -> {
            progress.checkCancelled();
            rebuild.put(texts.of(batch));
            done[0] += batch.size();
            batch.clear();
            progress.report(done[0], Math.max(done[0], total), "");
        };
        books.messages().forEachFrom(0, message -> {
            batch.add(message);
            if (batch.size() == BATCH) {
                put.run();
            }
            return true;
        });
        put.run();
    }

    private synchronized void finish(SearchIndex.Rebuild rebuild, long start) {
        rebuild.finish(start);
        follows = OptionalLong.of(start);
    }

    /** How many changes the index has not taken in yet; 0 when it cannot be asked. */
    public long behind() {
        var known = follows;
        return known.isEmpty() ? 0 : Math.max(0, books.changes().latest() - known.getAsLong());
    }
}
