package io.countersign.search;

import io.countersign.shared.CountersignException;
import java.util.List;

/** How much one query may ask of an engine: more than any person types. */
public final class QueryLimits {
    public static final int TERMS = 200;
    public static final int PIECES = 1000;

    /** Words of a query of more terms are looked for as they stand only. */
    private static final int TERMS_IN_OTHER_FORMS = 8;

    private QueryLimits() {}

    /** Whether what finds nothing is worth to be looked for in other forms of its words. */
    public static boolean allowsOtherForms(SearchRequest request) {
        return request.order() == SearchRequest.Order.RELEVANCE
                && request.query().terms().size() <= TERMS_IN_OTHER_FORMS;
    }

    /**
     * The different terms of a query.
     *
     * @throws CountersignException.Invalid when they are too many for a search
     */
    public static List<SearchQuery.Term> terms(SearchQuery query) {
        var terms = query.terms().stream().distinct().toList();
        if (terms.size() > TERMS) {
            throw tooLong("a search can have " + TERMS + " different terms, this one has " + terms.size() + ".");
        }
        int pieces = terms.stream()
                .map(SearchQuery.Term::criterion)
                .mapToInt(criterion -> criterion instanceof SearchQuery.Words words ? pieces(words.text()) : 1)
                .sum();
        if (pieces > PIECES) {
            throw tooLong("a search can have " + PIECES + " words and signs, this one has " + pieces + ".");
        }
        return terms;
    }

    private static CountersignException.Invalid tooLong(String reason) {
        return new CountersignException.Invalid("query", reason);
    }

    private static int pieces(String text) {
        var scanner = new WordScanner();
        scanner.begin(text);
        int pieces = 0;
        while (scanner.next()) {
            pieces++;
        }
        return pieces;
    }
}
