package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import io.countersign.search.Facet;
import io.countersign.search.SearchResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Counts of the values of each facet. */
final class Facets {
    private static final int MOST = 20;

    private Facets() {}

    static Map<String, Aggregation> asked() {
        return Arrays.stream(Facet.values())
                .collect(Collectors.toMap(
                        Facet::name,
                        facet -> Aggregation.of(a ->
                                a.terms(t -> t.field(ElasticQuery.field(facet)).size(MOST)))));
    }

    static Map<Facet, List<SearchResult.Count>> counted(Map<String, Aggregate> answers) {
        var counts = new EnumMap<Facet, List<SearchResult.Count>>(Facet.class);
        for (var facet : Facet.values()) {
            counts.put(facet, counts(Objects.requireNonNull(answers.get(facet.name()))));
        }
        return counts;
    }

    private static List<SearchResult.Count> counts(Aggregate answer) {
        // Where no mail has the field yet, the server answers with another kind of aggregation.
        return answer.isSterms()
                ? answer.sterms().buckets().array().stream()
                        .filter(bucket -> !bucket.key().stringValue().isEmpty())
                        .map(bucket -> new SearchResult.Count(bucket.key().stringValue(), bucket.docCount()))
                        .toList()
                : List.of();
    }
}
