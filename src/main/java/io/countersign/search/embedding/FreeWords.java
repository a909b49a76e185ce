package io.countersign.search.embedding;

import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query as a sentence and as conditions.
 *
 * @param words those that may stand anywhere; neither quoted nor excluded
 * @param conditions everything else, which a mail that only means the same must satisfy too
 */
record FreeWords(List<String> words, SearchQuery conditions) {
    /** A single word is mostly a name, of which the model knows nothing. */
    private static final int FEWEST = 2;

    static FreeWords of(SearchQuery query) {
        var free = query.terms().stream().collect(Collectors.partitioningBy(FreeWords::isFree));
        return new FreeWords(
                free.getOrDefault(true, List.of()).stream()
                        .map(term -> ((Words) term.criterion()).text())
                        .toList(),
                new SearchQuery(free.getOrDefault(false, List.of())));
    }

    private static boolean isFree(Term term) {
        return !term.negated()
                && term.criterion() instanceof Words words
                && words.place() == Place.ANYWHERE
                && !words.phrase();
    }

    boolean sayEnough() {
        return words.size() >= FEWEST;
    }

    String sentence() {
        return String.join(" ", words);
    }

    /** True where conditions can only be tested on the whole text of a mail. */
    boolean concernText() {
        return conditions.terms().stream()
                .anyMatch(term -> term.criterion() instanceof Words words && words.place() == Place.ANYWHERE);
    }
}
