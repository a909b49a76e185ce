package io.countersign.mail;

/** A state that the source (Maildir suffix, mbox Status header, Gmail label) says a mail is in. */
public enum MailFlag {
    SEEN,
    FLAGGED,
    ANSWERED,
    DRAFT,
    TRASHED
}
