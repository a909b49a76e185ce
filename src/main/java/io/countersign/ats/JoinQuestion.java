package io.countersign.ats;

import java.util.List;

/**
 * A mail that may be of several applications: it is kept apart until a person merges it.
 *
 * @param apart the application that it is of its own
 * @param candidates those that it may be of, latest first
 */
public record JoinQuestion(ApplicationId apart, List<ApplicationId> candidates) {
    public JoinQuestion {
        candidates = List.copyOf(candidates);
    }
}
