package io.countersign.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One mail as it was found. {@code content} is the RFC 5322 message, mbox quoting undone, not copied: callers don't modify it.
 *
 * @param source the file (for an archive: {@code archive!entry}) that it came from
 * @param position its byte offset in that file, after decompression
 * @param folder the mailbox folder that the source implies, {@code INBOX} when it implies none
 * @param deliveredAt the delivery time that the source knows (mbox From line, Maildir name), for mails without a readable date
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes would cost more than it protects
public record RawMail(
        byte[] content,
        String source,
        long position,
        String folder,
        Set<MailFlag> flags,
        Optional<Instant> deliveredAt) {
    public static final String INBOX = "INBOX";
}
