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

    /**
     * Like {@link #update}, for a change that leaves what the policy proposes as it is (its place, whether it is on, its words):
     * what was rejected stays rejected.
     *
     * @throws io.countersign.shared.CountersignException.Stale when its version is not the stored one
     */
    Policy adjust(Policy policy);

    /** Its pending proposals go with it; decisions and statistics stay. False when there is no such policy. */
    boolean remove(long id);

    /** Every state that the policy ever had, newest first; empty when there never was one. */
    List<PolicyVersion> versions(long id);

    /**
     * Stores a removed policy again, under the id that it had and with the version that follows its last.
     *
     * @throws io.countersign.shared.CountersignException.Stale when it is not removed, or never was there
     */
    Policy reinstate(Policy policy);
}
