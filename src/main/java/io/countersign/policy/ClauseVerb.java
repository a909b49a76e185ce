package io.countersign.policy;

/** How a clause in words joins a field and what it is compared with; {@link #words()} is its English, which is stored. */
public enum ClauseVerb {
    IS("is"),
    IS_NOT("is not"),
    BEFORE("before"),
    NOT_BEFORE("not before"),
    AT_OR_BEFORE("at or before"),
    NOT_AT_OR_BEFORE("not at or before"),
    AFTER("after"),
    NOT_AFTER("not after"),
    AT_OR_AFTER("at or after"),
    NOT_AT_OR_AFTER("not at or after"),
    BELOW("below"),
    NOT_BELOW("not below"),
    AT_MOST("at most"),
    NOT_AT_MOST("not at most"),
    ABOVE("above"),
    NOT_ABOVE("not above"),
    AT_LEAST("at least"),
    NOT_AT_LEAST("not at least"),
    ONE_OF("is one of"),
    NONE_OF("is none of"),
    CONTAINS("contains"),
    CONTAINS_NOT("does not contain"),
    MATCHES("matches"),
    MATCHES_NOT("does not match"),
    PRESENT("is present"),
    ABSENT("is absent"),
    /** A flag that is set: {@code unread}, without a verb. */
    SET(""),
    /** A flag that is not set: {@code not unread}. */
    UNSET("not");

    private final String words;

    ClauseVerb(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
