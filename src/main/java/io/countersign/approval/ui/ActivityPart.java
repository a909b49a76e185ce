package io.countersign.approval.ui;

/** What the Activity view shows. */
public enum ActivityPart {
    /** What happened to mail, and the decisions that can be taken back. */
    LOG,
    /** What repeats. */
    JOBS
}
