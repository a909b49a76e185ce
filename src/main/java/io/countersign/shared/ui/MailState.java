package io.countersign.shared.ui;

/** A mail that was opened beside something: none, being read, read, or not readable. */
public sealed interface MailState {
    /** No mail is open. */
    record None() implements MailState {}

    /** It is on its way. */
    record Reading(long messageId) implements MailState {}

    /** Its text is there. */
    record Ready(long messageId, MailBody body) implements MailState {}

    /** It could not be read; {@code reason} says why in words. */
    record Failed(long messageId, String reason) implements MailState {}
}
