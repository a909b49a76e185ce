package io.countersign.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Learns where known mail is now, when a source is read again. Thread-safe. */
@FunctionalInterface
public interface KnownMail {
    /**
     * An import of these paths begins.
     *
     * @param whole false when only what is new there is read: that a mail is not met says nothing then
     */
    Watch watch(List<Path> paths, boolean whole);

    /** Nobody wants to know. */
    static KnownMail ignored() {
        return (_, _) -> new Watch() {
            @Override
            public void met(List<Met> mails, long firstNewId) {}

            @Override
            public void finish() {}
        };
    }

    /** One import. Called by one thread. */
    interface Watch {
        /**
         * These were met and had been stored before; the same may be told twice. Takes part in the caller's transaction.
         *
         * @param firstNewId mail with this id or a greater one was new in the same import
         */
        void met(List<Met> mails, long firstNewId);

        /** All mail was met. Not called when the import failed or was cancelled. */
        void finish();
    }

    /**
     * A mail of the source.
     *
     * @param said the state that the source tells
     * @param placed the state that a new mail would have got here
     */
    record Met(UUID identity, MailboxState said, MailboxState placed) {}
}
