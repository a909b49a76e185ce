package io.countersign.insight;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How good one policy is for one person.
 *
 * @param fired proposals made (undone decisions count as pending again)
 * @param precision approved / fired, as the reference documents it; empty when nothing fired
 * @param decidedPrecision approved / (approved + rejected)
 * @param precisionLow lower end of its Wilson 95 % interval
 * @param recall empty until there is evidence for it
 * @param windowDays empty: since the beginning
 */
public record PolicyStats(
        long policyId,
        String name,
        long fired,
        long approved,
        long rejected,
        long pending,
        OptionalDouble precision,
        OptionalDouble decidedPrecision,
        OptionalDouble precisionLow,
        OptionalDouble precisionHigh,
        OptionalDouble recall,
        OptionalDouble recallLow,
        OptionalDouble recallHigh,
        OptionalInt windowDays,
        Instant updatedAt) {}
