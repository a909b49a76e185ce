package io.countersign.search.lucene;

import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;

/** Finds words that occur, near to words that do not. */
final class DidYouMean {
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final List<String> FIELDS = List.of(Fields.SUBJECT, Fields.FROM, Fields.TEXT);

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    DidYouMean(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(SHORTEST);
        checker.setMaxQueryLength(LONGEST); // what is near to a word takes memory by its length
    }

    /** The query with each word that occurs nowhere replaced by one that does; empty when nothing is to be replaced. */
    Optional<String> of(SearchQuery query) throws IOException {
        if (query.terms().size() > MOST_WORDS) {
            return Optional.empty();
        }
        var terms = new ArrayList<Term>();
        boolean replaced = false;
        for (var term : query.terms()) {
            var better = term.criterion() instanceof Words words && !term.negated()
                    ? better(words)
                    : Optional.<Words>empty();
            replaced |= better.isPresent();
            terms.add(better.map(words -> new Term(false, words)).orElse(term));
        }
        return replaced ? Optional.of(new SearchQuery(terms).text()) : Optional.empty();
    }

    private Optional<Words> better(Words words) throws IOException {
        var tokens = FoldedWords.of(words.text());
        if (tokens.size() != 1 || tokens.getFirst().length() > LONGEST || words.prefix() || occurs(tokens.getFirst())) {
            return Optional.empty();
        }
        return near(tokens.getFirst()).map(word -> new Words(words.place(), word, false, words.phrase()));
    }

    private boolean occurs(String word) throws IOException {
        for (var field : FIELDS) {
            if (reader.docFreq(new org.apache.lucene.index.Term(field, word)) > 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> near(String word) throws IOException {
        for (var field : FIELDS) {
            var found = checker.suggestSimilar(
                    new org.apache.lucene.index.Term(field, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            if (found.length > 0) {
                return Optional.of(found[0].string);
            }
        }
        return Optional.empty();
    }
}
