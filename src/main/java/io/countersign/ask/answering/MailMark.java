package io.countersign.ask.answering;

import io.countersign.mail.Address;
import io.countersign.mail.Category;
import io.countersign.mail.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;

/**
 * What counting needs of a mail.
 *
 * @param micros when it was received, in microseconds since 1970, as exact as it is stored
 * @param words those of its people, subject and preview
 */
record MailMark(long id, long micros, Address from, Category category, Flags flags, WordMark words) {
    /** Yes and no about a mail. */
    record Flags(
            boolean own, boolean unread, boolean starred, boolean answered, boolean attachment, boolean suspicious) {
        /** The greatest of {@link #bits}. */
        static final int ALL = 63;

        /** As one number. */
        int bits() {
            return (own ? 1 : 0)
                    | (unread ? 2 : 0)
                    | (starred ? 4 : 0)
                    | (answered ? 8 : 0)
                    | (attachment ? 16 : 0)
                    | (suspicious ? 32 : 0);
        }

        static Flags of(int bits) {
            return new Flags(
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    (bits & 16) != 0,
                    (bits & 32) != 0);
        }
    }

    /** Of a mail that is at hand, so that its words need no stand-in. */
    static MailMark of(Message mail) {
        return of(mail, WordMark.NONE);
    }

    /** The same with its words. */
    static MailMark withWords(Message mail) {
        var envelope = mail.envelope();
        var words = new HashSet<String>();
        // one by one: of each text only so many words are read
        words.addAll(NameFilter.words(MailFilter.named(envelope.from())));
        words.addAll(NameFilter.words(MailFilter.recipients(mail)));
        words.addAll(NameFilter.words(envelope.subject()));
        words.addAll(NameFilter.words(envelope.preview()));
        return of(mail, new WordMark(words));
    }

    private static MailMark of(Message mail, WordMark words) {
        var envelope = mail.envelope();
        var state = mail.state();
        var flags = new Flags(
                MailFilter.isOwn(mail),
                state.unread(),
                state.starred(),
                state.answered(),
                envelope.hasAttachment(),
                mail.understanding().riskScore() >= MailFilter.RISKY);
        return new MailMark(
                mail.id(),
                microsOf(envelope.receivedAt()),
                envelope.from(),
                mail.understanding().category(),
                flags,
                words);
    }

    Instant at() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long microsOf(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    MailMark with(Address sharedFrom, Flags sharedFlags) {
        return new MailMark(id, micros, sharedFrom, category, sharedFlags, words);
    }
}
