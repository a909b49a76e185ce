package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import io.countersign.search.QueryLimits;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Corrects words that occur in no mail to the most similar, then most frequent ones that do; with one request. */
final class Spelling {
    private static final int SHORTEST = 4;

    /** The server's work grows with the length of a word far quicker than anybody's patience. */
    private static final int LONGEST = 30;

    private static final int SHORTEST_TWICE_WRONG = 7;
    private static final int MOST_WORDS = 8;
    private static final int MOST_SIMILAR = 3;

    private final ElasticConnection server;
    private final String alias;

    Spelling(ElasticConnection server, String alias) {
        this.server = server;
        this.alias = alias;
    }

    /** The query with such words corrected; empty when there is no such word or no correction. */
    Optional<String> correct(SearchQuery query) {
        var terms = QueryLimits.terms(query);
        var words = terms.stream().filter(Spelling::isWord).limit(MOST_WORDS).toList();
        var better = words.isEmpty() ? Map.<Term, Term>of() : better(words);
        return better.isEmpty()
                ? Optional.empty()
                : Optional.of(new SearchQuery(terms.stream()
                                .map(term -> better.getOrDefault(term, term))
                                .toList())
                        .text());
    }

    private static boolean isWord(Term term) {
        return !term.negated()
                && term.criterion() instanceof Words(var _, String text, boolean prefix, var _)
                && !prefix
                && text.length() >= SHORTEST
                && text.length() <= LONGEST
                && text.codePoints().allMatch(Character::isLetterOrDigit);
    }

    private Map<Term, Term> better(List<Term> terms) {
        var answer = ask(terms);
        var better = new HashMap<Term, Term>();
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            var occurs = Objects.requireNonNull(answer.aggregations().get(String.valueOf(i)));
            if (occurs.filter().docCount() == 0) {
                similar(answer, i, words(term)).ifPresent(word -> better.put(term, corrected(term, word)));
            }
        }
        return better;
    }

    private SearchResponse<Void> ask(List<Term> terms) {
        return server.search(client -> client.search(
                search -> {
                    search.index(alias).size(0).trackTotalHits(none -> none.enabled(false));
                    for (int i = 0; i < terms.size(); i++) {
                        var occurs = ElasticQuery.query(terms.get(i).criterion(), Optional.empty());
                        search.aggregations(String.valueOf(i), count -> count.filter(occurs));
                    }
                    return search.suggest(suggest -> suggested(suggest, terms));
                },
                Void.class));
    }

    private static Suggester.Builder suggested(Suggester.Builder suggest, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            var words = words(terms.get(i));
            for (var field : ElasticQuery.fields(words.place())) {
                suggest.suggesters(
                        name(i, field),
                        similar -> similar.text(words.text())
                                .term(word -> word.field(field.name())
                                        .size(MOST_SIMILAR)
                                        .minWordLength(SHORTEST)
                                        .maxEdits(words.text().length() >= SHORTEST_TWICE_WRONG ? 2 : 1)
                                        .suggestMode(SuggestMode.Missing)));
            }
        }
        return suggest;
    }

    private static Optional<String> similar(SearchResponse<Void> answer, int number, Words words) {
        return ElasticQuery.fields(words.place()).stream()
                .map(field -> answer.suggest().getOrDefault(name(number, field), List.of()))
                .flatMap(List::stream)
                .flatMap(suggestion -> suggestion.isTerm() ? suggestion.term().options().stream() : Stream.empty())
                .max(Comparator.comparingDouble(TermSuggestOption::score).thenComparingLong(TermSuggestOption::freq))
                .map(TermSuggestOption::text);
    }

    private static String name(int number, ElasticQuery.Field field) {
        return number + " " + field.name();
    }

    private static Term corrected(Term term, String word) {
        var words = words(term);
        return new Term(term.negated(), new Words(words.place(), word, words.prefix(), words.phrase()));
    }

    private static Words words(Term term) {
        return (Words) term.criterion();
    }
}
