package io.countersign.search;

import static io.countersign.search.IndexedMails.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An index of a search engine, new for each test, and what its contracts ask of it. A subclass gives the engine. */
public abstract class SearchIndexFixture {
    SearchIndex index;

    /** A new, empty index, or the same again after it was closed. */
    protected abstract SearchIndex open();

    @BeforeEach
    void openIndex() {
        index = open();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    SearchIndex reopened() {
        index.close();
        index = open();
        return index;
    }

    void put(IndexedMail... mails) {
        index.put(List.of(mails));
        index.refresh(1);
    }

    List<Long> found(String query) {
        return index.search(newestFirst(query)).hits().stream()
                .map(SearchHit::messageId)
                .toList();
    }

    List<Long> best(String query) {
        return best(SearchRequest.of(SearchQuery.parse(query), 100, NOW));
    }

    List<Long> best(SearchRequest request) {
        return index.search(request).hits().stream().map(SearchHit::messageId).toList();
    }

    static SearchRequest newestFirst(String query) {
        return request(query, SearchRequest.Mode.PLAIN, SearchRequest.Order.NEWEST, Map.of(), Set.of());
    }

    static SearchRequest request(
            String query,
            SearchRequest.Mode mode,
            SearchRequest.Order order,
            Map<Facet, String> narrowed,
            Set<String> contacts) {
        return new SearchRequest(
                SearchQuery.parse(query), mode, order, narrowed, contacts, Optional.empty(), 1000, NOW);
    }

    List<SearchHit.Kind> reasons(SearchRequest request, long id) {
        return index.search(request).hits().stream()
                .filter(hit -> hit.messageId() == id)
                .flatMap(hit -> hit.reasons().stream())
                .map(SearchHit.Reason::kind)
                .toList();
    }
}
