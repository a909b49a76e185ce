package io.countersign.mail;

/**
 * What a rescan did.
 *
 * @param unreadable mails whose raw bytes are gone or damaged; they keep what was understood before
 */
public record RescanResult(long examined, long unreadable) {}
