package io.countersign.search.lucene;

import io.countersign.search.SearchQuery.Words;
import java.io.IOException;
import org.apache.lucene.search.Query;

/** How words are looked for in one field. */
@FunctionalInterface
interface WordQueries {
    Query in(Words words, String field) throws IOException;

    /** As they stand. */
    static WordQueries exact() {
        return (words, field) -> Pieces.of(words).in(field);
    }
}
