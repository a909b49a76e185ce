package io.countersign.ats;

/**
 * A mail that the person may send.
 *
 * @param to an address; empty when no person of the other side is known
 * @param kept true when the person kept it, so that it is shown as they left it
 */
public record FollowUpDraft(
        ApplicationId application, Kind kind, String to, String subject, String body, boolean kept) {
    /** What it is for. */
    public enum Kind {
        FIRST,
        SECOND,
        THANK_YOU,
        ANSWER
    }
}
