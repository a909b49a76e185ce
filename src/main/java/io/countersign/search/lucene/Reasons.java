package io.countersign.search.lucene;

import io.countersign.search.Ranking;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Says of the best matches why they stand where they stand: where their words are found, and what multiplied that. */
final class Reasons {
    private static final Map<Kind, String> FIELDS =
            Map.of(Kind.SUBJECT, MailFields.SUBJECT, Kind.TEXT, MailFields.TEXT, Kind.SENDER, MailFields.FROM);
    private static final Map<Kind, Double> WEIGHTS = Map.of(
            Kind.SUBJECT, (double) Ranking.SUBJECT,
            Kind.TEXT, (double) Ranking.TEXT,
            Kind.SENDER, (double) Ranking.SENDER);

    private final SearchRequest request;
    private final IndexSearcher searcher;
    private final Map<Kind, Weight> fields = new HashMap<>();

    Reasons(SearchRequest request, WordQueries wordQueries, IndexSearcher searcher) throws IOException {
        this.request = request;
        this.searcher = searcher;
        for (var field : FIELDS.entrySet()) {
            var words = words(field.getValue(), wordQueries);
            if (!words.clauses().isEmpty()) {
                var rewritten = searcher.rewrite(words);
                fields.put(field.getKey(), searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1));
            }
        }
    }

    private BooleanQuery words(String field, WordQueries wordQueries) throws IOException {
        var any = new BooleanQuery.Builder();
        for (var term : request.query().terms().stream().distinct().toList()) {
            if (!term.negated()
                    && term.criterion() instanceof SearchQuery.Words words
                    && Queries.fields(words.place()).contains(field)) {
                any.add(wordQueries.in(words, field), Occur.SHOULD);
            }
        }
        return any.build();
    }

    /** The hits for these matches, in their order. */
    List<SearchHit> hits(List<BestMails.Found> best) throws IOException {
        var byDoc = new ArrayList<>(best);
        byDoc.sort(Comparator.comparingInt(BestMails.Found::doc));
        var reasons = new HashMap<Integer, List<SearchHit.Reason>>();
        var leaves = searcher.getIndexReader().leaves();
        for (int at = 0; at < byDoc.size(); ) {
            var leaf = leaves.get(ReaderUtil.subIndex(byDoc.get(at).doc(), leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            int from = at;
            while (at < byDoc.size() && byDoc.get(at).doc() < end) {
                at++;
            }
            explain(leaf, byDoc.subList(from, at), reasons);
        }
        return best.stream()
                .map(found -> new SearchHit(
                        found.id(), found.score(), strongestFirst(reasons.getOrDefault(found.doc(), List.of()))))
                .toList();
    }

    private static List<SearchHit.Reason> strongestFirst(List<SearchHit.Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparingDouble(SearchHit.Reason::factor)
                        .reversed()
                        .thenComparing(SearchHit.Reason::kind))
                .toList();
    }

    private void explain(
            LeafReaderContext leaf, List<BestMails.Found> found, Map<Integer, List<SearchHit.Reason>> reasons)
            throws IOException {
        var factors = new Factors(request, leaf.reader());
        for (var mail : found) {
            factors.look(mail.doc() - leaf.docBase);
            reasons.computeIfAbsent(mail.doc(), _ -> new ArrayList<>()).addAll(factors.reasons());
        }
        for (var field : fields.entrySet()) {
            var reason = new SearchHit.Reason(field.getKey(), WEIGHTS.getOrDefault(field.getKey(), 1.0));
            var scorer = field.getValue().scorer(leaf);
            for (var mail : found) {
                if (scorer != null && isAt(scorer, mail.doc() - leaf.docBase)) {
                    reasons.computeIfAbsent(mail.doc(), _ -> new ArrayList<>()).add(reason);
                }
            }
        }
    }

    private static boolean isAt(Scorer scorer, int doc) throws IOException {
        var matches = scorer.iterator();
        return (matches.docID() >= doc ? matches.docID() : matches.advance(doc)) == doc;
    }
}
