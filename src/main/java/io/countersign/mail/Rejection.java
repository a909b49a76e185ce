package io.countersign.mail;

/** A piece of input that could not be imported: where it is (byte offset) and why, as a whole sentence. */
public record Rejection(String source, long position, String reason) {}
