package io.countersign.search;

import io.countersign.mail.ArrivedMails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the import read of new mail, kept until it is indexed, so that most mail is read once. Bounded: when the index is slow,
 * the oldest texts are dropped and their mails read again. Thread-safe.
 */
public final class TextsAtHand implements ArrivedMails {
    private static final long MOST_CHARACTERS = 48L << 20;

    private final Map<Long, Arrived> mails = new LinkedHashMap<>();
    private long characters;
    private volatile Runnable onArrival = () -> {};

    /** From now on {@code onArrival} is told when something is there; it must not block. */
    void listen(Runnable onArrival) {
        this.onArrival = onArrival;
    }

    @Override
    public void stored(List<Arrived> arrived) {
        synchronized (this) {
            for (var mail : arrived) {
                mails.put(mail.message().id(), mail);
                characters += mail.text().length();
            }
            var oldest = mails.values().iterator();
            while (characters > MOST_CHARACTERS && oldest.hasNext()) {
                characters -= oldest.next().text().length();
                oldest.remove();
            }
        }
        onArrival.run();
    }

    /** Hands out what is there of a mail, once. */
    synchronized Optional<Arrived> take(long messageId) {
        var mail = Optional.ofNullable(mails.remove(messageId));
        mail.ifPresent(taken -> characters -= taken.text().length());
        return mail;
    }
}
