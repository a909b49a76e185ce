package io.countersign.mail;

/**
 * A raw mail, compressed.
 *
 * @param id of the message it belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PackedMail(long id, byte[] content) {}
