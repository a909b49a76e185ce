package io.countersign.policy;

/**
 * A rule that proposes: where {@code condition} holds, {@code action} is proposed. Policies are tried in rising
 * {@code priority} (then id); the first that matches a mail is the one that proposes.
 *
 * @param version grows with every change; a changed policy may propose again what was rejected
 * @param reason one sentence for the person: why this is proposed
 * @param priority 1 (first) to 1000
 * @param confidenceThreshold 0..1, the base of the confidence of its proposals
 * @param includeProtected true: it may also archive, delete, block or quarantine starred, labelled or answered mail
 */
public record Policy(
        long id,
        int version,
        String name,
        String reason,
        boolean enabled,
        int priority,
        Condition condition,
        Action action,
        double confidenceThreshold,
        boolean includeProtected) {
    public static final int MIN_PRIORITY = 1;
    public static final int MAX_PRIORITY = 1000;

    public Policy withEnabled(boolean enabled) {
        return new Policy(
                id, version, name, reason, enabled, priority, condition, action, confidenceThreshold, includeProtected);
    }

    public Policy withCondition(Condition condition) {
        return new Policy(
                id, version, name, reason, enabled, priority, condition, action, confidenceThreshold, includeProtected);
    }

    public Policy withPriority(int priority) {
        return new Policy(
                id, version, name, reason, enabled, priority, condition, action, confidenceThreshold, includeProtected);
    }

    /** The same as the given version of the policy with this id. */
    public Policy numbered(long id, int version) {
        return new Policy(
                id, version, name, reason, enabled, priority, condition, action, confidenceThreshold, includeProtected);
    }
}
