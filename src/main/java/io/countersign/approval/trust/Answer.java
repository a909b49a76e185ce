package io.countersign.approval.trust;

import java.util.Locale;

/** What a person says about the automation of a policy. */
public enum Answer {
    /** It may act alone. */
    AUTOMATIC,
    /** It goes on asking, and does not ask about this again. */
    ASK,
    /** It acted alone, and is to ask again. */
    DEMOTE;

    /** The stable name in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
