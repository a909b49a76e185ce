package io.countersign.search.elastic;

import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Term;
import io.countersign.search.SearchQuery.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a query down as a person would type it. */
final class QueryText {
    private QueryText() {}

    /** @param replaced terms that get another word */
    static String of(SearchQuery query, Map<Term, String> replaced) {
        return query.terms().stream()
                .map(term -> (term.negated() ? "-" : "")
                        + (replaced.containsKey(term)
                                ? words((Words) term.criterion(), replaced.getOrDefault(term, ""))
                                : text(term.criterion())))
                .collect(Collectors.joining(" "));
    }

    private static String text(Criterion criterion) {
        return switch (criterion) {
            case Words words -> words(words, words.text());
            case SearchQuery.Label(String label, boolean prefix) -> "label:" + quoted(label, false) + (prefix ? "*" : "");
            case SearchQuery.InCategory(String category) -> "category:" + category;
            case SearchQuery.Stage(String stage) -> "stage:" + quoted(stage, false);
            case SearchQuery.Before(var end) -> "before:" + LocalDate.ofInstant(end, ZoneOffset.UTC);
            case SearchQuery.After(var start) -> "after:" + LocalDate.ofInstant(start, ZoneOffset.UTC);
            case SearchQuery.Mark.ATTACHMENT -> "has:attachment";
            case SearchQuery.Mark mark -> "is:" + mark.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String words(Words words, String text) {
        var place = words.place() == SearchQuery.Place.ANYWHERE
                ? ""
                : words.place().name().toLowerCase(Locale.ROOT) + ":";
        return place + quoted(text, words.phrase()) + (words.prefix() ? "*" : "");
    }

    private static String quoted(String text, boolean always) {
        return always || text.chars().anyMatch(Character::isWhitespace) ? '"' + text + '"' : text;
    }
}
