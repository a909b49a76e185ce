package io.countersign.ats;

import java.util.Locale;

/** How the person came to apply. */
public enum ApplicationSource {
    /** On the employer's own site or system. */
    DIRECT,
    /** Through a job board. */
    BOARD,
    /** A recruiter wrote first. */
    RECRUITER,
    /** Somebody recommended them; only a person knows. */
    REFERRAL;

    /** The stable name in JSON and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
