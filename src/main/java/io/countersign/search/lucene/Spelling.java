package io.countersign.search.lucene;

import io.countersign.search.QueryLimits;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Corrects words that occur in no mail to the most similar, then most frequent ones that do. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final int SHORTEST_TWICE_WRONG = 7;
    private static final int MOST_CORRECTED = 8;

    private final IndexReader reader;

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    private record Candidate(String word, float similarity, int mails) {
        private static final Comparator<Candidate> BEST =
                Comparator.comparingDouble(Candidate::similarity).thenComparingInt(Candidate::mails);
    }

    /** The query with such words corrected; empty when there is no such word or no correction. */
    Optional<String> correct(SearchQuery query) throws IOException {
        var terms = QueryLimits.terms(query);
        int corrected = 0;
        var better = new ArrayList<Term>(terms.size());
        for (var term : terms) {
            var words = corrected < MOST_CORRECTED ? better(term) : Optional.<Words>empty();
            corrected += words.isPresent() ? 1 : 0;
            better.add(words.isPresent() ? new Term(false, words.get()) : term);
        }
        return corrected == 0 ? Optional.empty() : Optional.of(new SearchQuery(better).text());
    }

    private Optional<Words> better(Term term) throws IOException {
        if (term.negated()
                || !(term.criterion() instanceof Words words)
                || words.prefix()
                || words.text().length() < SHORTEST
                || words.text().length() > LONGEST
                || Pieces.of(words).texts().size() > 1) {
            return Optional.empty();
        }
        var fields = Queries.fields(words.place());
        for (var field : fields) {
            if (reader.docFreq(new org.apache.lucene.index.Term(field, words.text())) > 0) {
                return Optional.empty();
            }
        }
        var candidates = Stream.<Candidate>builder();
        for (var field : fields) {
            similar(field, words.text()).forEach(candidates::add);
        }
        return candidates
                .build()
                .max(Candidate.BEST)
                .map(best -> new Words(words.place(), best.word(), false, words.phrase()));
    }

    private List<Candidate> similar(String field, String word) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        var found = Stream.<Candidate>builder();
        var similar = new FuzzyTermsEnum(
                terms,
                new org.apache.lucene.index.Term(field, word),
                word.length() >= SHORTEST_TWICE_WRONG ? 2 : 1,
                1,
                true);
        var boost = similar.attributes().addAttribute(BoostAttribute.class);
        for (BytesRef term = similar.next(); term != null; term = similar.next()) {
            found.add(new Candidate(term.utf8ToString(), boost.getBoost(), similar.docFreq()));
        }
        return found.build().collect(Collectors.toList());
    }
}
