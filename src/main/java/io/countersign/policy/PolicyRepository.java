package io.countersign.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stored policies. Blocking and thread-safe. */
public interface PolicyRepository {
    /** All, in the order in which they are tried. */
    List<Policy> all();

    Optional<Policy> find(long id);

    /** Stores all or none; gives them back with the ids that they got. The ids that come in are ignored. */
    List<Policy> add(Collection<Policy> policies);

    /**
     * Replaces the policy with the same id; the version grows by one.
     *
     * @throws io.countersign.shared.CountersignException.Stale when its version is not the stored one
     */
    Policy update(Policy policy);

    /** Its pending proposals go with it; decisions and statistics stay. False when there is no such policy. */
    boolean remove(long id);
}
