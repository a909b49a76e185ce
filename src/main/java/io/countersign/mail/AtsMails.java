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
     */
    record AtsMail(Message message, boolean byHand) {}

    /** Those that speak of one, or of which a person said that they don't, and all other mails of their threads; by rising id. */
    List<AtsMail> all();

    /**
     * Sets what a mail says of an application, for ever; empty when it says nothing.
     *
     * @return the mail as it was before, for {@link #restore}
     * @throws io.countersign.shared.CountersignException.NotFound when there is no such mail
     */
    AtsMail correct(long messageId, Optional<AtsFacts> facts);

    /** Takes a correction back. */
    void restore(AtsMail before);

    /** Stores what detectors found with more context than one mail gives; corrected mails keep what the person said. */
    void enrich(Collection<Message> enriched);
}
