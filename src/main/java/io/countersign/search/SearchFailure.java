package io.countersign.search;

/** The search engine cannot do it now; mail and decisions are safe, and nothing that was not indexed is lost. */
public final class SearchFailure extends RuntimeException {
    private final Kind kind;

    /** What is the matter. */
    public enum Kind {
        /** It does not answer, or not in time. */
        UNREACHABLE,
        /** It answers, but takes no changes: read-only, or its disk is full. */
        READ_ONLY,
        /** It does not accept who asks. */
        REFUSED,
        /** Its data cannot be read: it must be rebuilt. */
        BROKEN,
        /** It is being built for the first time, or waits for that. */
        UNBUILT
    }

    public SearchFailure(Kind kind, String detail, Throwable cause) {
        super(detail, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
