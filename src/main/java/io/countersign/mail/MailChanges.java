package io.countersign.mail;

import java.util.List;

/**
 * The log of what changed about stored mail, in the order in which the changes were committed; whoever keeps a copy of mail
 * in another form follows it. Blocking and thread-safe.
 */
public interface MailChanges {
    /** The number of the newest change; 0 when nothing ever changed. */
    long latest();

    /**
     * The changes with numbers above {@code number}, rising.
     *
     * @throws Forgotten when some of them are no longer kept: start from all mail again, at {@link #latest}
     */
    List<Change> after(long number, int limit);

    /**
     * A mail that was added or changed.
     *
     * @param textToo it is new, or its text is read otherwise than before; else only its state or what is understood of it differs
     */
    record Change(long number, long messageId, boolean textToo) {}

    /** Changes that were asked for are no longer kept. */
    final class Forgotten extends RuntimeException {
        public Forgotten(long number) {
            super("changes after " + number + " are no longer kept");
        }
    }
}
