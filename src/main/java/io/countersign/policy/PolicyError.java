package io.countersign.policy;

/** A policy that could not be evaluated on a mail, and why, as a sentence. */
public record PolicyError(Policy policy, String reason) {}
