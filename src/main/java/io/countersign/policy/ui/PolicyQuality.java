package io.countersign.policy.ui;

import java.util.Map;
import java.util.OptionalDouble;

/** How well policies did so far; a port, since who counts decisions knows of policies. Blocking and thread-safe. */
@FunctionalInterface
public interface PolicyQuality {
    /** By id of the policy; none for those that never proposed anything. */
    Map<Long, Figures> all();

    /**
     * What became of the proposals of one policy.
     *
     * @param decided proposals that were approved or rejected
     * @param precision approved / decided; empty without decisions
     */
    record Figures(long decided, OptionalDouble precision) {}
}
