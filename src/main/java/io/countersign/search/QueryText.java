package io.countersign.search;

import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import io.countersign.search.SearchQuery.Term;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes terms in the query language. */
final class QueryText {
    private QueryText() {}

    static String of(Term term) {
        return (term.negated() ? "-" : "") + of(term.criterion());
    }

    private static String of(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.Words words -> words(words);
            case SearchQuery.Label(String label, boolean prefix) ->
                "label:" + quoted(label, prefix, !prefix && label.startsWith(SearchQuery.WILDCARD));
            case SearchQuery.InCategory(String category) -> "category:" + category;
            case SearchQuery.Stage(String stage) -> "stage:" + quoted(stage, false, false);
            case SearchQuery.Before(Instant end) -> "before:" + day(end);
            case SearchQuery.After(Instant start) -> "after:" + day(start);
            case Mark mark ->
                (mark == Mark.ATTACHMENT ? "has:" : "is:") + mark.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String words(SearchQuery.Words words) {
        var text = quoted(words.text(), words.prefix(), words.phrase());
        return switch (words.place()) {
            case ANYWHERE -> text;
            case FROM -> "from:" + text;
            case TO -> "to:" + text;
            case SUBJECT -> "subject:" + text;
        };
    }

    private static String quoted(String text, boolean prefix, boolean phrase) {
        return phrase || text.chars().anyMatch(Character::isWhitespace) ? '"' + text + '"' : text + (prefix ? "*" : "");
    }

    private static String day(Instant start) {
        return start.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
