package io.countersign.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A phrase whose last word may go on: in at most {@link #MOST} ways, the most frequent ones. */
final class PhrasePrefixQuery extends Query {
    static final int MOST = 1024;
    private static final int MOST_LOOKED_AT = 100_000;

    private final String field;
    private final Pieces pieces;

    PhrasePrefixQuery(String field, Pieces pieces) {
        this.field = field;
        this.pieces = pieces;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        var last =
                endings(searcher.getIndexReader(), new BytesRef(pieces.texts().getLast()));
        if (last.isEmpty()) {
            return new MatchNoDocsQuery("no word begins so");
        }
        var phrase = new MultiPhraseQuery.Builder();
        int end = pieces.texts().size() - 1;
        for (int i = 0; i < end; i++) {
            phrase.add(
                    new Term[] {new Term(field, pieces.texts().get(i))},
                    pieces.positions().get(i));
        }
        phrase.add(last.toArray(Term[]::new), pieces.positions().get(end));
        return phrase.build();
    }

    private List<Term> endings(IndexReader reader, BytesRef prefix) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        var frequencies = new LinkedHashMap<BytesRef, Integer>();
        if (terms == null) {
            return List.of();
        }
        var each = terms.iterator();
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        for (BytesRef term = each.term();
                term != null && StringHelper.startsWith(term, prefix) && frequencies.size() < MOST_LOOKED_AT;
                term = each.next()) {
            frequencies.put(BytesRef.deepCopyOf(term), each.docFreq());
        }
        var ordered = new ArrayList<>(frequencies.entrySet());
        if (ordered.size() > MOST) {
            ordered.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        }
        return ordered.stream()
                .limit(MOST)
                .map(entry -> new Term(field, entry.getKey()))
                .toList();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String ignored) {
        return field + ":" + pieces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhrasePrefixQuery query && query.field.equals(field) && query.pieces.equals(pieces);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, pieces);
    }
}
