package io.countersign.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Which mail a document is. */
final class Ids {
    private final IndexSearcher searcher;

    Ids(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    long of(int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
        if (!ids.advanceExact(document - leaf.docBase)) {
            throw new IOException("document " + document + " has no mail");
        }
        return ids.longValue();
    }
}
