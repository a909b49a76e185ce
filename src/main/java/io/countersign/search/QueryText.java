package io.countersign.search;

import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import java.time.ZoneOffset;
import java.util.Locale;

/** Writes criteria as the parser reads them. */
final class QueryText {
    private QueryText() {}

    static String of(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.Words words -> place(words.place()) + words(words);
            case SearchQuery.Label(var label, var prefix) -> "label:" + (prefix ? label + "*" : quoted(label));
            case SearchQuery.InCategory(var category) -> "category:" + category;
            case SearchQuery.Stage(var stage) -> "stage:" + quoted(stage);
            case SearchQuery.Before(var end) ->
                "before:" + end.atOffset(ZoneOffset.UTC).toLocalDate();
            case SearchQuery.After(var start) ->
                "after:" + start.atOffset(ZoneOffset.UTC).toLocalDate();
            case Mark mark ->
                (mark == Mark.ATTACHMENT ? "has:" : "is:") + mark.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String place(SearchQuery.Place place) {
        return place == SearchQuery.Place.ANYWHERE ? "" : place.name().toLowerCase(Locale.ROOT) + ":";
    }

    private static String words(SearchQuery.Words words) {
        return words.phrase() ? '"' + words.text() + '"' : words.text() + (words.prefix() ? "*" : "");
    }

    private static String quoted(String text) {
        return text.contains(" ") ? '"' + text + '"' : text;
    }
}
