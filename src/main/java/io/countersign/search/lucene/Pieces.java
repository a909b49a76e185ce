package io.countersign.search.lucene;

import io.countersign.search.SearchQuery;
import io.countersign.search.WordScanner;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words and signs of one term of a query, to be looked for side by side.
 *
 * @param positions of the pieces, from 0
 * @param prefix the last one is a word that may go on
 */
record Pieces(List<String> texts, List<Integer> positions, boolean prefix) {
    static Pieces of(SearchQuery.Words words) {
        var scanner = new WordScanner();
        var texts = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        int position = 0;
        boolean endsInWord = false;
        scanner.begin(words.text());
        while (scanner.next()) {
            position += texts.isEmpty() ? 0 : scanner.step();
            texts.add(scanner.text().substring(scanner.start(), scanner.end()));
            positions.add(position);
            endsInWord = scanner.isWord();
        }
        return new Pieces(texts, positions, words.prefix() && endsInWord);
    }

    /** The mails that have them in this field. */
    Query in(String field) {
        if (texts.size() == 1) {
            var term = new Term(field, texts.getFirst());
            return prefix ? new PrefixQuery(term) : new TermQuery(term);
        }
        if (prefix) {
            return new PhrasePrefixQuery(field, this);
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < texts.size(); i++) {
            phrase.add(new Term(field, texts.get(i)), positions.get(i));
        }
        return phrase.build();
    }
}
