package io.countersign.insight.recall;

/** How a mail lies to a policy that did not propose for it. */
public enum Stratum {
    /** It is of a sender or category that the policy has proposed for: a near miss. */
    NEAR,
    /** Anything else. */
    FAR
}
