package io.countersign.policy.simulation;

import io.countersign.policy.Policy;
import io.countersign.shared.task.Progress;
import java.util.List;

/** Tells what policies would propose before they are saved. Blocking and thread-safe. */
public interface Simulator {
    /**
     * Runs the stored policies, with these in the place of those with the same id (id 0: in addition), over all stored mail,
     * and changes nothing. The mails that it says a policy would propose for are exactly those that a run of
     * {@code Approvals.propose} right after saving proposes for.
     */
    Simulation simulate(List<Policy> drafts, Progress progress);
}
