package io.countersign.approval;

import java.util.List;

/** How sure a pending proposal is as of now. */
@FunctionalInterface
public interface Scoring {
    /**
     * The confidence, 0.01..0.99.
     *
     * @param prior 0..1, the policy's own figure before anything was learned
     * @param features what the learner sees of the mail
     */
    double confidence(String action, double prior, List<String> features);
}
