package io.countersign.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail on its way into the store: all that can be known before it has an id.
 *
 * @param said the state that its source tells, before what was decided here moved it
 * @param packed the compressed raw mail
 * @param text the readable body
 * @param attachments names of attached files
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PreparedMail(
        UUID identity,
        Envelope envelope,
        MailboxState said,
        MailboxState state,
        Understanding understanding,
        ThreadKeys threadKeys,
        byte[] packed,
        String text,
        List<String> attachments,
        List<String> defects) {}
