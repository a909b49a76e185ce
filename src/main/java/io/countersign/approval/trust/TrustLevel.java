package io.countersign.approval.trust;

/** How far a policy may act alone. */
public enum TrustLevel {
    /** It proposes, and the person decides. */
    SUGGEST,
    /** The person's decisions earned it automation; it still only proposes until the person answers. */
    EARNED,
    /** It carries out what it proposes; the daily digest tells, and everything can be undone. */
    AUTOMATIC
}
