package io.countersign.policy.simulation;

/** Tells whether stored mail changed. Blocking and thread-safe. */
@FunctionalInterface
public interface MailRevision {
    /** The same text as before while no mail was added or changed; another once a change was committed. */
    String current();
}
