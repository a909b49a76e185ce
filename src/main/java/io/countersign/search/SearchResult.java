package io.countersign.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total how many mails match in all
 * @param facets the most frequent values of each facet among all matches, most frequent first
 * @param didYouMean the query with words that occur, where one of its words does not
 */
public record SearchResult(
        List<SearchHit> hits, long total, Map<Facet, List<Count>> facets, Optional<String> didYouMean) {
    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** How many matches have a value. */
    public record Count(String value, long mails) {}
}
