package io.countersign.search.lucene;

import io.countersign.search.QueryLimits;
import io.countersign.search.Ranking;
import io.countersign.search.SearchQuery.Words;
import io.countersign.search.WordFamily;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Looks for words in their English and German forms too, which count less. The forms are found among the words that occur, so
 * that they cost an index nothing. What {@link QueryLimits#hasForms has none} stays as it stands. For one search.
 */
final class WordForms implements WordQueries {
    private static final int SHORTEST = 3;
    private static final int LONGEST_ENDING = 3;
    private static final int MOST_LOOKED_AT = 3000;
    private static final int MOST = 12;

    private final IndexReader reader;

    WordForms(IndexReader reader) {
        this.reader = reader;
    }

    private record Form(String word, int mails) {}

    @Override
    public Query in(Words words, String field) throws IOException {
        var exact = Pieces.of(words).in(field);
        if (!(exact instanceof TermQuery) || !QueryLimits.hasForms(words)) {
            return exact;
        }
        var any = new BooleanQuery.Builder().add(exact, Occur.SHOULD);
        for (var form : forms(words.text(), field)) {
            any.add(new BoostQuery(new TermQuery(new Term(field, form.word())), Ranking.OTHER_FORM), Occur.SHOULD);
        }
        return any.build();
    }

    private List<Form> forms(String word, String field) throws IOException {
        var terms = MultiTerms.getTerms(reader, field);
        var found = new ArrayList<Form>();
        if (terms == null) {
            return found;
        }
        var family = new WordFamily(word);
        var beginning = new BytesRef(word.substring(0, Math.max(SHORTEST, word.length() - LONGEST_ENDING)));
        var each = terms.iterator();
        var status = each.seekCeil(beginning);
        int looked = 0;
        for (var term = status == TermsEnum.SeekStatus.END ? null : each.term();
                term != null && StringHelper.startsWith(term, beginning) && looked++ < MOST_LOOKED_AT;
                term = each.next()) {
            var other = term.utf8ToString();
            if (other.length() <= word.length() + 2 * LONGEST_ENDING && !other.equals(word) && family.has(other)) {
                found.add(new Form(other, each.docFreq()));
            }
        }
        found.sort(Comparator.comparingInt(Form::mails).reversed());
        return found.subList(0, Math.min(MOST, found.size()));
    }
}
