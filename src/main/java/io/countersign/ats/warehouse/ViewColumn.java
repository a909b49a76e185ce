package io.countersign.ats.warehouse;

import java.util.Locale;

/** The columns of the view {@code vw_applications_enriched} that are read; the rest of it is ignored. */
public enum ViewColumn {
    APPLICATION_ID,
    SYSTEM,
    COMPANY,
    EMAIL,
    STAGE,
    LAST_STAGE_CHANGE,
    INTERVIEW_DATE,
    ROLE;

    private final String heading = name().toLowerCase(Locale.ROOT);

    /** Its name in the view, lower case. */
    public String heading() {
        return heading;
    }

    /** True for those without which a view is not this view. */
    public boolean isRequired() {
        return this != ROLE;
    }
}
