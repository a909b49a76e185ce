package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds a word that occurs for one that does not. */
final class Spelling {
    /** Nobody mistypes more of them in one query. */
    private static final int MOST_WORDS = 8;

    private static final int SHORTEST = 3;

    private final ElasticConnection server;
    private final String alias;

    Spelling(ElasticConnection server, String alias) {
        this.server = server;
        this.alias = alias;
    }

    /** The query with such words replaced; empty when every word occurs, or none is near. */
    Optional<String> better(SearchQuery query) {
        var asked = query.terms().stream()
                .filter(Spelling::isWord)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var found = ask(asked);
        return found.isEmpty() ? Optional.empty() : Optional.of(QueryText.of(query, found));
    }

    private static boolean isWord(Term term) {
        return !term.negated()
                && term.criterion() instanceof Words words
                && !words.phrase()
                && words.text().length() >= SHORTEST
                && words.text().codePoints().allMatch(Character::isLetterOrDigit);
    }

    private Map<Term, String> ask(List<Term> terms) {
        var answer = server.search(client -> client.search(
                search -> {
                    search.index(alias).size(0).trackTotalHits(total -> total.enabled(false));
                    IntStream.range(0, terms.size()).forEach(i -> {
                        search.aggregations(
                                "occurs" + i,
                                occurs -> occurs.filter(
                                        ElasticQuery.query(terms.get(i).criterion(), Optional.empty())));
                    });
                    return search.suggest(suggest -> {
                        IntStream.range(0, terms.size()).forEach(i -> suggested(suggest, i, terms.get(i)));
                        return suggest;
                    });
                },
                Void.class));
        var better = new HashMap<Term, String>();
        for (int i = 0; i < terms.size(); i++) {
            if (answer.aggregations().get("occurs" + i).filter().docCount() > 0) {
                continue;
            }
            var options = new ArrayList<TermSuggestOption>();
            for (var field : ElasticQuery.fields(words(terms.get(i)).place())) {
                answer.suggest()
                        .getOrDefault(field.name() + "/" + i, List.of())
                        .forEach(one -> options.addAll(one.term().options()));
            }
            int index = i;
            options.stream()
                    .max(Comparator.comparingDouble(TermSuggestOption::score)
                            .thenComparingLong(TermSuggestOption::freq))
                    .ifPresent(option -> better.put(terms.get(index), option.text()));
        }
        return better;
    }

    private static Words words(Term term) {
        return (Words) term.criterion();
    }

    private static void suggested(
            Suggester.Builder suggest, int number, Term term) {
        var words = words(term);
        for (var field : ElasticQuery.fields(words.place())) {
            suggest.suggesters(
                    field.name() + "/" + number, one -> one.text(words.text()).term(t -> t.field(field.name())
                            .size(3)
                            .minWordLength(SHORTEST)
                            .suggestMode(SuggestMode.Missing)));
        }
    }
}
