package io.countersign.insight;

import io.countersign.mail.Message;
import io.countersign.policy.Action;
import java.time.Instant;

/** "Would you have wanted this?": a mail drawn at random among those that a policy did not propose for. */
public record RecallQuestion(long id, long policyId, String policyName, Action action, Message mail, Instant askedAt) {}
