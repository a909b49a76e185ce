package io.countersign.search;

import io.countersign.shared.CountersignException;
import java.util.List;

/** How much one query may ask of an engine: more than any person types. */
public final class QueryLimits {
    public static final int TERMS = 200;
    public static final int PIECES = 1000;

    /** Words of a query of more terms are looked for as they stand only. */
    private static final int TERMS_IN_OTHER_FORMS = 8;

    private static final int SHORTEST_WITH_FORMS = 3;
    private static final int LONGEST_WITH_FORMS = 40;

    private QueryLimits() {}

    /** Whether a query is worth to be looked for in other forms of its words: there is one, and they are not many. */
    public static boolean allowsOtherForms(SearchRequest request) {
        var terms = request.query().terms();
        return request.order() == SearchRequest.Order.RELEVANCE
                && terms.size() <= TERMS_IN_OTHER_FORMS
                && terms.stream()
                        .anyMatch(term -> !term.negated()
                                && term.criterion() instanceof SearchQuery.Words words
                                && hasForms(words));
    }

    /** Whether a word is looked for in other forms: phrases, beginnings of words, and what names a place stay as they are. */
    public static boolean hasForms(SearchQuery.Words words) {
        return words.place() == SearchQuery.Place.ANYWHERE
                && !words.prefix()
                && !words.phrase()
                && words.text().length() >= SHORTEST_WITH_FORMS
                && words.text().length() <= LONGEST_WITH_FORMS
                && words.text().codePoints().allMatch(Character::isLetter);
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
