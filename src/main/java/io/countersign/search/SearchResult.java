package io.countersign.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was found.
 *
 * @param others mails that do not match, but would with other forms of the words, best first; never counted
 * @param total how many mails match in all
 * @param facets the most frequent values of each facet among all matches, most frequent first
 * @param didYouMean the query with words that occur, where one of its words does not
 */
public record SearchResult(
        List<SearchHit> hits,
        List<SearchHit> others,
        long total,
        Map<Facet, List<Count>> facets,
        Optional<String> didYouMean) {
    public SearchResult {
        hits = List.copyOf(hits);
        others = List.copyOf(others);
        facets = Map.copyOf(facets);
    }

    /** Found by the words as they stand. */
    public SearchResult(List<SearchHit> hits, long total, Map<Facet, List<Count>> facets, Optional<String> didYouMean) {
        this(hits, List.of(), total, facets, didYouMean);
    }

    /** How many matches have a value. */
    public record Count(String value, long mails) {}

    /** The same, and after it what else other forms of the words find, as far as there is room for {@code limit} in all. */
    public SearchResult withForms(List<SearchHit> forms, int limit) {
        var known = hits.stream().map(SearchHit::messageId).collect(Collectors.toSet());
        var more = forms.stream()
                .filter(hit -> !known.contains(hit.messageId()))
                .limit(Math.max(0, limit - hits.size()))
                .toList();
        return new SearchResult(hits, more, total, facets, didYouMean);
    }
}
