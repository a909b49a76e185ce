package io.countersign.approval;

import java.util.List;

/**
 * What a run of the policies did.
 *
 * @param evaluated mails looked at
 * @param created proposals that are new (or pending again because the policy or the mail changed)
 * @param existing matches that were proposed before
 * @param errors policies whose condition failed on a mail; they did not count as "no match"
 */
public record ProposeResult(long evaluated, long created, long existing, List<PolicyFailure> errors) {
    /** A policy that could not be evaluated, the first mail it failed on, and how often it failed. */
    public record PolicyFailure(long policyId, String policyName, long messageId, String reason, long times) {}
}
