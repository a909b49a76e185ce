package io.countersign.search;

import io.countersign.mail.ArrivedMails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the import read of new mail, kept until it is indexed, so that most mail is read once. Bounded: when the index is slow,
 * the oldest texts are dropped and their mails read again. Thread-safe.
 */
public final class TextsAtHand implements ArrivedMails {
    private static final long MOST_CHARACTERS = 48L << 20;

    private final Map<Long, Kept> mails = new LinkedHashMap<>();
    private long characters;
    private long stored;
    private volatile Runnable onArrival = () -> {};

    private record Kept(long number, Arrived mail) {
        int length() {
            return mail.text().length();
        }
    }

    /** From now on {@code onArrival} is told when something is there; it must not block. */
    void listen(Runnable onArrival) {
        this.onArrival = onArrival;
    }

    @Override
    public void stored(List<Arrived> arrived) {
        synchronized (this) {
            for (var mail : arrived) {
                mails.put(mail.message().id(), new Kept(++stored, mail));
                characters += mail.text().length();
            }
            dropOldestWhile(_ -> characters > MOST_CHARACTERS);
        }
        onArrival.run();
    }

    private void dropOldestWhile(Predicate<Kept> unwanted) {
        var oldest = mails.values().iterator();
        while (oldest.hasNext()) {
            var kept = oldest.next();
            if (!unwanted.test(kept)) {
                return;
            }
            characters -= kept.length();
            oldest.remove();
        }
    }

    /** How many mails were handed over so far. */
    synchronized long handed() {
        return stored;
    }

    /** Drops what is left of the first {@code handed} mails: they are indexed, and may have changed since. */
    synchronized void drop(long handed) {
        dropOldestWhile(kept -> kept.number() <= handed);
    }

    /** Hands out what is there of a mail, once. */
    synchronized Optional<Arrived> take(long messageId) {
        var kept = Optional.ofNullable(mails.remove(messageId));
        kept.ifPresent(taken -> characters -= taken.length());
        return kept.map(Kept::mail);
    }
}
