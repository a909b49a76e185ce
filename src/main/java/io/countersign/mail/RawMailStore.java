package io.countersign.mail;

import java.util.List;
import java.util.Optional;

/** Keeps raw mail, compressed by {@link RawPacker}. Blocking and thread-safe. */
public interface RawMailStore extends AutoCloseable {
    /**
     * Stores all or none of them. On return they are as durable as the caller's transaction will be: a mail whose row is committed
     * has its raw bytes.
     *
     * @return where each went, in the same order
     * @throws io.countersign.shared.CountersignException.Storage when there is no room or the device fails
     */
    List<RawLocation> append(List<PackedMail> mails);

    /** The compressed mail; empty when it is gone or damaged. */
    Optional<byte[]> read(RawLocation location);

    @Override
    void close();
}
