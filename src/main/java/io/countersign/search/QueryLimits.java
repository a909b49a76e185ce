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
    private static final int LONGEST_SHOWN = 30;

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
     * @throws CountersignException.BadQuery when they are too many for a search, or a word begins with *
     */
    public static List<SearchQuery.Term> terms(SearchQuery query) {
        var terms = query.terms().stream().distinct().toList();
        if (terms.size() > TERMS) {
            throw new CountersignException.BadQuery("terms", TERMS, terms.size());
        }
        int pieces = terms.stream()
                .map(SearchQuery.Term::criterion)
                .mapToInt(criterion -> criterion instanceof SearchQuery.Words words ? pieces(words.text()) : 1)
                .sum();
        if (pieces > PIECES) {
            throw new CountersignException.BadQuery("words", PIECES, pieces);
        }
        refuseLeadingWildcards(terms);
        return terms;
    }

    /** No engine has its words by their ends, and nothing found would be taken for "there is no such mail". */
    static void refuseLeadingWildcards(List<SearchQuery.Term> terms) {
        for (var term : terms) {
            if (term.criterion() instanceof SearchQuery.Words words
                    && words.text().startsWith(SearchQuery.WILDCARD)) {
                throw new CountersignException.BadQuery("wildcard", shown(words.text()));
            }
        }
    }

    /** The word as it could be looked for. */
    private static String shown(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, text.codePointCount(0, text.length())));
        return text.substring(SearchQuery.WILDCARD.length(), end);
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
