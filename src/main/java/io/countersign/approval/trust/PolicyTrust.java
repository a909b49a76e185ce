package io.countersign.approval.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * Where one policy stands on the ladder, for one person.
 *
 * @param mayAct false when its action always asks: it takes away for good, or cannot be undone
 * @param decided decisions since it was last changed or demoted
 * @param approved those of them that were approvals
 * @param precisionLow lower end of the Wilson 95 % interval of their approvals, 0..1
 * @param missing how many more approvals in a row would earn it automation; 0 when earned
 * @param demoted when a drift took automation away, and why, a sentence
 */
public record PolicyTrust(
        long policyId,
        String name,
        TrustLevel level,
        boolean mayAct,
        long decided,
        long approved,
        double precisionLow,
        int missing,
        Instant since,
        Optional<String> demoted) {}
