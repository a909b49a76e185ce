package io.countersign.approval;

import java.util.Locale;

/** What is counted for ever: such a count never falls, so what is taken back stays counted. */
public enum Counted {
    /** Proposals made, by policy; one that comes back after an undo is not made again. */
    POLICY_FIRED,
    /** Approvals of the person, by policy; not what a policy did alone. */
    POLICY_APPROVED,
    /** Rejections, by policy. */
    POLICY_REJECTED,
    /** Times that a decision moved a weight, by sign: {@code plus} or {@code minus}; not what an undo calculates anew. */
    WEIGHT_UPDATES,
    /** Approved actions that could not be carried out, by action. */
    EXECUTION_FAILURES;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
