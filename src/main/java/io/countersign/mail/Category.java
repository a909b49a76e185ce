package io.countersign.mail;

import java.util.Locale;
import java.util.Optional;

/** What kind of mail this is; {@link #id()} is the stable name in JSON, policies and the database. */
public enum Category {
    RECRUITER_OUTREACH,
    INTERVIEW,
    OFFER,
    REJECTION,
    APPLICATION_CONFIRMATION,
    JOB_ALERT,
    ASSESSMENT,
    NEWSLETTER,
    PROMOTION,
    RECEIPT,
    FINANCE,
    EVENT,
    SOCIAL,
    NOTIFICATION,
    SECURITY,
    PERSONAL,
    SUSPICIOUS;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    /** True for the categories that belong to a job search. */
    public boolean isJobSearch() {
        return compareTo(ASSESSMENT) <= 0;
    }

    public static Optional<Category> of(String id) {
        for (var category : values()) {
            if (category.id.equals(id)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
