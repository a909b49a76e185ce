package io.countersign.search;

import java.util.List;

/**
 * A mail that was found.
 *
 * @param score greater is better; only comparable within one result
 * @param reasons why it stands where it stands, strongest first
 */
public record SearchHit(long messageId, double score, List<Reason> reasons) {
    public SearchHit {
        reasons = List.copyOf(reasons);
    }

    /** What raised a mail, and by what factor; 1 changes nothing. */
    public record Reason(Kind kind, double factor) {}

    /** What can raise a mail. */
    public enum Kind {
        SUBJECT,
        SENDER,
        TEXT,
        RECENT,
        CONTACT,
        GHOSTING_RISK,
        LATE_STAGE,
        MODE,
        MEANING
    }
}
