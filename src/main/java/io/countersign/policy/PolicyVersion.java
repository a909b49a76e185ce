package io.countersign.policy;

import java.time.Instant;

/** A state that a policy had from {@code changedAt} on. */
public record PolicyVersion(int version, Instant changedAt, Policy policy) {}
