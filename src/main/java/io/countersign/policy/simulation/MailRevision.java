package io.countersign.policy.simulation;

import java.util.List;

/** Tells whether stored mail changed, and which. Blocking and thread-safe. */
public interface MailRevision {
    /** The same text as before while no mail was added or changed; another once a change was committed. */
    String current();

    /** The marks of all stored mail, by rising id. */
    List<Mark> marks();

    /** A mail has not changed as long as all of this is the same. */
    record Mark(long id, int version, long threadId) {}
}
