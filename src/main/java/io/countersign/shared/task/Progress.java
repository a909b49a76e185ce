package io.countersign.shared.task;

/** How long work reports back and learns that it was cancelled. Implementations may be called from several threads. */
public interface Progress {
    /**
     * Says how far the work is.
     *
     * @param total 0 when unknown
     */
    void report(long done, long total, String message);

    /**
     * Call between units of work.
     *
     * @throws java.util.concurrent.CancellationException once the person cancelled
     */
    void checkCancelled();

    /** Says something that is worth keeping once the work is done; no mail content. Lost where nobody keeps a log. */
    default void note(String line) {}

    /** Reports nowhere and is never cancelled. */
    static Progress none() {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {}

            @Override
            public void checkCancelled() {}
        };
    }
}
