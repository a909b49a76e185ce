package io.countersign.mail;

import java.util.Optional;

/** Gives back the whole mail behind a stored message, parsed anew from the raw bytes. Blocking and thread-safe. */
public interface MailReader {
    /** Empty when no such message is stored, or its raw bytes are gone. */
    Optional<ParsedMail> read(long messageId);

    /** The raw mail as it was imported. */
    Optional<byte[]> raw(long messageId);
}
