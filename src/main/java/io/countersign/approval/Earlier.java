package io.countersign.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * A proposal that exists already.
 *
 * @param policyVersion of its policy: when it was proposed, or rejected
 * @param messageVersion of its mail: when it was proposed, or rejected
 * @param ruling the decision that stands: none while it is pending for the first time
 */
public record Earlier(
        long id, ProposalStatus status, long policyId, int policyVersion, int messageVersion, Optional<Ruling> ruling) {

    /**
     * What a person decided.
     *
     * @param policyId whose proposal it was; another policy may have proposed the same again after a rejection
     */
    public record Ruling(long policyId, boolean approved, Instant at) {}
}
