package io.countersign.approval.trust;

import java.time.Instant;

/** What moves a policy on the ladder. */
public sealed interface TrustEvent {
    Instant at();

    /** Decisions of one batch about proposals of the policy; a batch is all approvals or all rejections. */
    record Decided(boolean approve, long times, Instant at) implements TrustEvent {}

    /** What the person said about its automation. */
    record Said(Answer answer, Instant at) implements TrustEvent {}
}
