package io.countersign.policy;

/**
 * Something odd about a policy that is well formed.
 *
 * @param path to the clause: {@code policies[2].condition.all[1].in}
 * @param message a sentence
 */
public record LintFinding(String path, Severity severity, String message) {
    /** How bad it is. */
    public enum Severity {
        /** Can be meant, and is worth knowing. */
        INFO,
        /** Is hardly meant. */
        WARNING,
        /** The policy cannot do anything. */
        ERROR
    }
}
