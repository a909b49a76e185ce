package io.countersign.policy.ui;

import io.countersign.policy.LintFinding.Severity;

/**
 * Something to say about a draft.
 *
 * @param path of the clause or the part of the policy that it concerns
 * @param line of the JSON, from 1; 0 when it is not about the condition
 * @param message a sentence
 */
record Finding(String path, int line, Severity severity, String message) {
    /** True when the draft cannot be saved as it is. */
    boolean isError() {
        return severity == Severity.ERROR;
    }
}
