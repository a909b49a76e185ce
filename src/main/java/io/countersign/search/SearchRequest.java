package io.countersign.search;

import io.countersign.mail.Category;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be found, and how it is ordered.
 *
 * @param narrowed per facet one value that hits must have
 * @param contacts addresses in lower case that the person writes to; their mail ranks higher
 * @param meaning the direction of the query's sentence among sentence embeddings, of length 1; empty: words only
 * @param limit at most so many hits, 1..1000
 * @param now what recent means
 */
public record SearchRequest(
        SearchQuery query,
        Mode mode,
        Order order,
        Map<Facet, String> narrowed,
        Set<String> contacts,
        Optional<float[]> meaning,
        int limit,
        Instant now) {
    public SearchRequest {
        narrowed = Map.copyOf(narrowed);
        contacts = Set.copyOf(contacts);
    }

    /** Plain search for a query, by relevance. */
    public static SearchRequest of(SearchQuery query, int limit, Instant now) {
        return new SearchRequest(query, Mode.PLAIN, Order.RELEVANCE, Map.of(), Set.of(), Optional.empty(), limit, now);
    }

    /** What is worth more than otherwise: mail of some categories, or with certain words in its subject. */
    public enum Mode {
        PLAIN,
        /** Events, meetups, conferences, people. */
        NETWORKING,
        /** Receipts, invoices, payments. */
        MONEY;

        public Set<Category> categories() {
            return switch (this) {
                case PLAIN -> Set.of();
                case NETWORKING -> Set.of(Category.EVENT, Category.RECRUITER_OUTREACH);
                case MONEY -> Set.of(Category.FINANCE, Category.RECEIPT);
            };
        }

        /** Folded. */
        public Set<String> subjectWords() {
            return switch (this) {
                case PLAIN -> Set.of();
                case NETWORKING -> Set.of("meetup", "meetups", "conference", "conferences", "webinar", "webinars");
                case MONEY -> Set.of("receipt", "receipts", "invoice", "invoices", "payment", "payments");
            };
        }
    }

    /** How hits are ordered. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }
}
