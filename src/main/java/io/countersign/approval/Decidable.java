package io.countersign.approval;

import io.countersign.mail.Address;
import io.countersign.policy.Action;

/** A pending proposal, as far as a decision needs it. */
public record Decidable(long id, long messageId, long policyId, Action action, Address from, double confidence) {}
