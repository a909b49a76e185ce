package io.countersign.mail;

/** What earlier decisions say about mail that arrives: a blocked sender goes to Junk, a muted list to the archive. Thread-safe. */
@FunctionalInterface
public interface ArrivalRules {
    /** The state to store a new mail with, given the one its source implies. */
    MailboxState onArrival(Envelope envelope, MailboxState state);

    /** No decisions yet. */
    static ArrivalRules none() {
        return (_, state) -> state;
    }
}
