package io.countersign.ats;

/** How alive an application is. A new word of the other side makes any but an ended one {@link #ACTIVE} again. */
public enum Standing {
    /** Within the time that answers take. */
    ACTIVE,
    /** Silent for longer than the ladder of its stage. */
    OVERDUE,
    /** Silent so long that an answer is unlikely. */
    GHOSTED,
    /** Rejected, withdrawn or hired. */
    ENDED
}
