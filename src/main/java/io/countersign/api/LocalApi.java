package io.countersign.api;

import java.nio.file.Path;

/** The local API of this process, as a person turns it on and off. Blocking and thread-safe. */
public interface LocalApi extends AutoCloseable {
    /**
     * Serves on this port from when this returns, and nowhere else; does nothing when it does so already.
     *
     * @throws io.countersign.shared.CountersignException when it cannot; then it serves nowhere
     */
    void start(int port);

    /** Serves no more; what is being answered ends first. */
    void stop();

    /** Where the token lies, which need not be there yet. */
    Path tokenFile();

    /**
     * The token, made where there is none.
     *
     * @throws io.countersign.shared.CountersignException when it can neither be read nor made
     */
    String token();

    /** Stops for good. */
    @Override
    void close();
}
