package io.countersign.search;

import io.countersign.search.SearchDesk.SavedSearch;
import java.util.List;

/** The searches that one person kept. Blocking and thread-safe. */
public interface SavedSearches {
    /** In the order in which they were first kept. */
    List<SavedSearch> all();

    /** Keeps one under a name; one of that name, whatever its case, is replaced and keeps its place. */
    SavedSearch save(String name, String query, SearchRequest.Mode mode);

    /** Forgets one; none of that number is no error. */
    void remove(long id);
}
