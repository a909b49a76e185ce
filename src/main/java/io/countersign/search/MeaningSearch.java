package io.countersign.search;

import java.util.List;

/** Finds mail by what a query means, beside what its words find. Thread-safe. */
public interface MeaningSearch {
    /** Begins to look for mail that means what the request says; returns at once. */
    Pending begin(SearchRequest request);

    /** An answer that may come in time. */
    interface Pending {
        /** Joins it to what the words of the same request found; where it does not come within some milliseconds, words alone. */
        Joined with(SearchResult words);
    }

    /**
     * Both answers as one order, by score.
     *
     * @param hits mails that satisfy the request
     * @param similar mails that satisfy everything but the words of the request, and mean about the same
     */
    record Joined(List<SearchHit> hits, List<SearchHit> similar) {
        public Joined {
            hits = List.copyOf(hits);
            similar = List.copyOf(similar);
        }
    }

    /** Words alone, as they are. */
    static MeaningSearch none() {
        return _ -> words -> new Joined(words.hits(), List.of());
    }
}
