package io.countersign.search.lucene;

import io.countersign.search.Ranking;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Words;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Says of a hit where its words stand and what raised it. */
final class WhyFound {
    private final IndexSearcher searcher;
    private final Boost boost;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Kind kind, double factor, Weight weight) {}

    WhyFound(IndexSearcher searcher, SearchRequest request, Boost boost) throws IOException {
        this.searcher = searcher;
        this.boost = boost;
        part(request, Fields.SUBJECT, Kind.SUBJECT, Ranking.SUBJECT);
        part(request, Fields.TEXT, Kind.TEXT, Ranking.TEXT);
        part(request, Fields.FROM, Kind.SENDER, Ranking.SENDER);
    }

    private void part(SearchRequest request, String field, Kind kind, double factor) throws IOException {
        var any = new BooleanQuery.Builder();
        int words = 0;
        for (var term : request.query().terms()) {
            if (term.criterion() instanceof Words one && !term.negated() && looksIn(one.place(), field)) {
                any.add(LuceneQueries.in(field, one), Occur.SHOULD);
                words++;
            }
        }
        if (words > 0) {
            Query query = searcher.rewrite(any.build());
            parts.add(new Part(kind, factor, searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1)));
        }
    }

    private static boolean looksIn(Place place, String field) {
        return place == Place.ANYWHERE
                || (place == Place.SUBJECT && field.equals(Fields.SUBJECT))
                || (place == Place.FROM && field.equals(Fields.FROM));
    }

    List<Reason> of(int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        int local = document - leaf.docBase;
        var reasons = new ArrayList<Reason>();
        for (var part : parts) {
            var scorer = part.weight().scorer(leaf);
            if (scorer != null && scorer.iterator().advance(local) == local) {
                reasons.add(new Reason(part.kind(), part.factor()));
            }
        }
        reasons.addAll(boost.reasons(leaf, local));
        reasons.sort(Comparator.comparingDouble(Reason::factor).reversed());
        return reasons;
    }
}
