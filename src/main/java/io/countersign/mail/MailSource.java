package io.countersign.mail;

import io.countersign.shared.task.Progress;

/** A place that mail is read from, as a stream: memory does not depend on its size, only on its largest mail. */
public interface MailSource {
    /**
     * Hands every mail to {@code sink}, in the order of the source, on the calling thread. Unreadable pieces go to
     * {@link Sink#rejected}; reading goes on behind them.
     */
    void read(Sink sink, Progress progress);

    /** True when it hands out only what is new, and so tells nothing about the rest of the place. */
    default boolean isPartial() {
        return false;
    }

    /** Receives what a source holds. */
    interface Sink {
        void mail(RawMail mail);

        void rejected(Rejection rejection);

        /** Rejected for a reason that may pass: a disk that failed, a file that may not be read. */
        default void unreadable(Rejection rejection) {
            rejected(rejection);
        }
    }
}
