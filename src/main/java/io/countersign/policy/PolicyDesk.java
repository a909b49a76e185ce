package io.countersign.policy;

import java.util.Collection;
import java.util.List;

/** What a person does with policies. Blocking and thread-safe; callers keep it off the UI thread. */
public interface PolicyDesk {
    /** All, in the order in which they are tried. */
    List<Policy> all();

    /**
     * Stores it: a new one when its id is 0, else a new version of the one with its id.
     *
     * @throws io.countersign.shared.CountersignException.Stale when it was changed since it was read
     * @throws io.countersign.shared.CountersignException.Invalid when it could never be evaluated
     */
    Policy save(Policy policy);

    /**
     * Stores these as new ones, whatever ids they have: all or none where the desk is on a database.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when one could never be evaluated
     */
    default List<Policy> add(List<Policy> policies) {
        return policies.stream().map(policy -> save(policy.numbered(0, 0))).toList();
    }

    /** Switches one on or off. */
    Policy enable(long id, boolean enabled);

    /** Its pending proposals go with it; decisions, statistics and versions stay. False when there is no such policy. */
    boolean remove(long id);

    /**
     * Tries them in this order from now on; those not named follow as they were. All or none.
     *
     * @return all, in their new order
     */
    List<Policy> reorder(List<Long> ids);

    /** Every state that the policy ever had, newest first; a removed policy keeps its own. */
    List<PolicyVersion> versions(long id);

    /** Makes an earlier state the newest version, of a removed policy too. */
    Policy restore(long id, int version);

    /** What is odd about the draft among the stored policies; paths start at its {@code condition}. */
    List<LintFinding> lint(Policy draft);

    /** What applying these would change; changes nothing. Entries belong to stored policies of the same name. */
    ImportPreview preview(List<Policy> imported);

    /**
     * Applies what was previewed, all or nothing.
     *
     * @throws io.countersign.shared.CountersignException.Stale when a policy changed since the preview
     */
    List<Policy> apply(ImportPreview preview);

    /** The policies as a file that {@link #preview} understands; all when {@code ids} is empty. */
    String export(Collection<Long> ids);
}
