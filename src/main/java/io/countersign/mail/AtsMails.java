package io.countersign.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The mails that speak of job applications, and what people corrected about them. Blocking and thread-safe. */
public interface AtsMails {
    /**
     * A mail of an application.
     *
     * @param byHand a person had the last word: detectors leave its {@code ats.*} alone, rescans included
     * @param stated what the mail itself says of an application, without what {@link #enrich} took from other mails
     */
    record AtsMail(Message message, boolean byHand, Optional<AtsFacts> stated) {
        /** A mail of which all that is known was in it. */
        public AtsMail(Message message, boolean byHand) {
            this(message, byHand, message.understanding().ats());
        }
    }

    /** Those that speak of one, or of which a person said that they don't, and all other mails of their threads; by rising id. */
    List<AtsMail> all();

    /** Differs as soon as {@link #all()} gives something else; far cheaper than that. */
    String revision();

    /**
     * Sets what a mail says of an application, for ever; empty when it says nothing.
     *
     * @return the mail as it was before, for {@link #restore}
     * @throws io.countersign.shared.CountersignException.NotFound when there is no such mail
     */
    AtsMail correct(long messageId, Optional<AtsFacts> facts);

    /** Takes a correction back. */
    void restore(AtsMail before);

    /**
     * Stores what was found with more context than one mail gives. An employer or a role that a mail of an application did not
     * have before counts as added, not as {@linkplain AtsMail#stated() stated}. Corrected mails keep what the person said; only
     * their ghosting risk changes.
     */
    void enrich(Collection<Message> enriched);
}
