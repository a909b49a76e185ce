package io.countersign.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * A proposal that exists already.
 *
 * @param policyVersion of its policy: when it was proposed, or rejected
 * @param messageVersion of its mail: when it was proposed, or rejected
 * @param decidedAt empty while pending
 */
public record Earlier(
        long id,
        ProposalStatus status,
        long policyId,
        int policyVersion,
        int messageVersion,
        Optional<Instant> decidedAt) {}
