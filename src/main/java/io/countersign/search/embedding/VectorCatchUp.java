package io.countersign.search.embedding;

import io.countersign.mail.MailChanges;
import io.countersign.mail.MailChanges.Change;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.embedding.MailVectors.Vector;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes the mail that is not encoded yet, newest first, on the calling thread: new mail by following the log of changes,
 * all else by comparing. Stops between two mails; what was done by then stays, and the rest is found again. Blocking.
 */
public final class VectorCatchUp {
    private static final int STEP = 100;
    private static final int CHANGES = 500;
    /** So many mails are encoded anew after a crash at most. */
    private static final int UNSAFE = 1000;

    private final MailVectors vectors;
    private final SentenceEncoder encoder;
    private final MailChanges log;
    private final MessageRepository messages;

    public VectorCatchUp(MailVectors vectors, SentenceEncoder encoder, MailChanges log, MessageRepository messages) {
        this.vectors = vectors;
        this.encoder = encoder;
        this.log = log;
        this.messages = messages;
    }

    /**
     * Encodes everything that was committed before the call; returns how many mails that were.
     *
     * @throws SentenceEncoder.EncoderUnavailable when the model does not run
     * @throws io.countersign.search.SearchFailure when vectors cannot be kept now
     */
    public synchronized long run(Progress progress) {
        long follows = vectors.follows();
        long latest = log.latest();
        if (follows == 0 || follows > latest) {
            return all(progress);
        }
        try {
            return follow(follows, latest, progress);
        } catch (MailChanges.Forgotten _) {
            return all(progress);
        }
    }

    private long follow(long from, long latest, Progress progress) {
        long follows = from;
        long done = 0;
        while (follows < latest) {
            progress.checkCancelled();
            var changes = log.after(follows, CHANGES);
            if (changes.isEmpty()) {
                break;
            }
            var ids = changes.stream()
                    .filter(Change::textToo)
                    .map(Change::messageId)
                    .distinct()
                    .toList();
            done += new Encoding(ids, follows, progress).run();
            follows = changes.getLast().number();
            vectors.refresh(follows);
        }
        return done;
    }

    private long all(Progress progress) {
        long latest = log.latest();
        var missing = missing(progress);
        long done = new Encoding(missing, vectors.follows(), progress).run();
        vectors.refresh(latest);
        return done;
    }

    private List<Long> missing(Progress progress) {
        var encoded = vectors.texts();
        var missing = new ArrayList<Long>();
        messages.forEachNewestFirst(mail -> {
            var text = EncodedText.of(mail);
            var before = encoded.get(mail.id());
            if (text.saysSomething() && (before == null || before != text.hash())) {
                missing.add(mail.id());
            }
            progress.checkCancelled();
            return true;
        });
        return missing;
    }

    /** The mails with these ids, in this order. */
    private final class Encoding {
        private final List<Long> ids;
        private final long follows;
        private final Progress progress;
        private long done;
        private int unsafe;

        Encoding(List<Long> ids, long follows, Progress progress) {
            this.ids = ids;
            this.follows = follows;
            this.progress = progress;
        }

        long run() {
            for (int from = 0; from < ids.size(); from += STEP) {
                encode(messages.findAll(ids.subList(from, Math.min(ids.size(), from + STEP))));
                progress.report(Math.min(from + STEP, ids.size()), ids.size(), "");
                if (unsafe >= UNSAFE) {
                    vectors.refresh(follows);
                    unsafe = 0;
                }
            }
            return done;
        }

        private void encode(List<Message> mails) {
            var step = new ArrayList<Vector>(mails.size());
            for (var mail : mails) {
                progress.checkCancelled();
                var text = EncodedText.of(mail);
                if (text.saysSomething()) {
                    step.add(new Vector(mail.id(), text.hash(), encoder.encode(text.text())));
                }
            }
            vectors.put(step);
            unsafe += step.size();
            done += step.size();
        }
    }
}
