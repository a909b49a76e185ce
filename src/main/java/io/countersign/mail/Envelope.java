package io.countersign.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What never changes about a stored mail.
 *
 * @param messageId without angle brackets; generated from the content when the mail has none
 * @param listId the List-Id, lower case
 * @param receivedAt the Date header; where it is missing, unreadable or absurd, the delivery time, else the import time
 * @param preview the first words of the text, at most {@link #PREVIEW_LENGTH} characters, white space folded
 * @param unsubscribable true when the mail carries a List-Unsubscribe header
 * @param size of the raw mail in bytes
 */
public record Envelope(
        String messageId,
        String account,
        Address from,
        List<Address> to,
        Optional<String> listId,
        String subject,
        Instant receivedAt,
        String preview,
        boolean hasAttachment,
        boolean unsubscribable,
        long size) {
    public static final int PREVIEW_LENGTH = 300;

    /** The domain of the sender, lower case; empty when there is none. */
    public String senderDomain() {
        return from.domain();
    }
}
