package io.countersign.approval;

import io.countersign.policy.Action;

/** What a proposal of one person is unique by; actions are equal when their params are. */
public record ProposalKey(long messageId, Action action) {}
