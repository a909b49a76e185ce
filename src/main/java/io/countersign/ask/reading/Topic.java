package io.countersign.ask.reading;

/** What a question can be about; where it names several, the first of them is meant. Their words are sections {@code [topic id]}. */
enum Topic {
    PROPOSALS,
    UNANSWERED,
    DUPLICATES,
    SUBSCRIPTIONS,
    REFUNDS,
    UNPAID,
    SPENDING,
    RECEIPTS,
    GHOSTED,
    SILENCE,
    FOLLOW_UPS,
    TO_DO,
    DEADLINES,
    OFFERS,
    REJECTIONS,
    ASSESSMENTS,
    INTERVIEWS,
    APPLICATIONS,
    SENDERS,
    MAILS;

    /** True for what lies ahead unless the question speaks of the past. */
    boolean isAhead() {
        return this == INTERVIEWS || this == TO_DO || this == DEADLINES || this == FOLLOW_UPS || this == UNPAID;
    }

    /** True for what an appointment that is not made yet can be asked of. */
    boolean isOfTalks() {
        return this == INTERVIEWS || this == SILENCE || this == APPLICATIONS;
    }

    /** True for what employers may be quick or slow about. */
    boolean isOfApplications() {
        return this == OFFERS
                || this == REJECTIONS
                || this == ASSESSMENTS
                || this == INTERVIEWS
                || this == APPLICATIONS;
    }

    /** True for what is counted in money. */
    boolean isMoney() {
        return compareTo(DUPLICATES) >= 0 && compareTo(RECEIPTS) <= 0;
    }
}
