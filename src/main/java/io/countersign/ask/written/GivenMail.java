package io.countersign.ask.written;

import java.time.Instant;

/**
 * A mail that a language model is given to answer from.
 *
 * @param text as a person reads it; as long as the mail
 */
public record GivenMail(long messageId, String subject, String from, Instant receivedAt, String text) {}
