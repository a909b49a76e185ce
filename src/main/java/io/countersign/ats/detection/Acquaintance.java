package io.countersign.ats.detection;

import io.countersign.mail.Category;
import io.countersign.mail.Envelope;
import io.countersign.mail.Understanding;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What other mails tell of the sender of one.
 *
 * @param company the known employer whose people write from the sender's domain
 * @param inThread true for an answer in the conversation of an application
 */
record Acquaintance(Optional<String> company, boolean inThread) {
    static final Acquaintance NONE = new Acquaintance(Optional.empty(), false);

    /** What an employer that is also a shop or a bank sends to all its customers. */
    private static final Set<Category> TO_CUSTOMERS = EnumSet.of(
            Category.NEWSLETTER,
            Category.PROMOTION,
            Category.RECEIPT,
            Category.FINANCE,
            Category.JOB_ALERT,
            Category.SOCIAL,
            Category.SECURITY,
            Category.SUSPICIOUS);

    private static final int MOST_LABELS = 8;

    static Acquaintance of(String domain, long threadId, KnownEmployers known) {
        return new Acquaintance(company(domain, known), known.isKnownThread(threadId));
    }

    /** Of the domain itself, else of the one that it belongs to. */
    private static Optional<String> company(String domain, KnownEmployers known) {
        var rest = domain;
        for (int i = 0; i < MOST_LABELS && rest.indexOf('.') > 0; i++) {
            var company = known.companyOf(rest);
            if (company.isPresent()) {
                return company;
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    /** True when the sender may write about the application without saying so. */
    boolean isClose(Envelope envelope, Understanding soFar) {
        return inThread || (company.isPresent() && !isToCustomers(envelope, soFar.category()));
    }

    private static boolean isToCustomers(Envelope envelope, Category category) {
        return TO_CUSTOMERS.contains(category) || (category == Category.EVENT && envelope.unsubscribable());
    }
}
