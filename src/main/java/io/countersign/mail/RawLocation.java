package io.countersign.mail;

/**
 * Where a raw mail lies; only the {@link RawMailStore} that handed it out can read it.
 *
 * @param length of the compressed mail in bytes
 */
public record RawLocation(int segment, long offset, int length) {}
