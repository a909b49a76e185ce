package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.countersign.search.Facet;
import io.countersign.search.QueryLimits;
import io.countersign.search.Ranking;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchRequest;
import io.countersign.search.WordFamily;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query language in the server's terms. */
final class ElasticQuery {
    private static final String RECEIVED = "receivedAt";

    /** In so many ways the last word of a phrase may go on. */
    private static final int MOST_ENDINGS = 256;

    /** Where words are looked for, what that counts, and the reason that it is, if it is one. */
    record Field(String name, float weight, Optional<SearchHit.Kind> reason) {}

    private static final Field SUBJECT =
            new Field("search.subject", Ranking.SUBJECT, Optional.of(SearchHit.Kind.SUBJECT));
    private static final Field TEXT = new Field("search.text", Ranking.TEXT, Optional.of(SearchHit.Kind.TEXT));
    private static final Field FROM = new Field("search.from", Ranking.SENDER, Optional.of(SearchHit.Kind.SENDER));
    private static final Field TO = new Field("search.to", 1, Optional.empty());

    private ElasticQuery() {}

    /**
     * Matches exactly the mails that satisfy all terms and facets of a request; words add to the score, all else does not.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when the query is too long
     */
    static Query of(SearchRequest request) {
        return of(request, false);
    }

    /** The same, with every word in its other forms too, which count less; phrases and beginnings of words stay as they are. */
    static Query ofForms(SearchRequest request) {
        return of(request, true);
    }

    private static Query of(SearchRequest request, boolean forms) {
        var all = new BoolQuery.Builder();
        boolean scored = false;
        int number = 0;
        for (var term : QueryLimits.terms(request.query())) {
            if (term.negated()) {
                all.mustNot(query(term.criterion(), Optional.empty()));
            } else if (term.criterion() instanceof SearchQuery.Words words) {
                all.must(
                        forms && QueryLimits.hasForms(words)
                                ? forms(words, number++)
                                : query(term.criterion(), Optional.of(number++)));
                scored = true;
            } else {
                all.filter(query(term.criterion(), Optional.empty()));
            }
        }
        request.narrowed().forEach((facet, value) -> all.filter(exactly(field(facet), value)));
        // Without words everything scores 1, for the factors to multiply.
        return scored
                ? all.build()._toQuery()
                : all.must(any -> any.matchAll(m -> m)).build()._toQuery();
    }

    /** The fields in which a place is looked for. */
    static List<Field> fields(Place place) {
        return switch (place) {
            case FROM -> List.of(FROM);
            case TO -> List.of(TO);
            case SUBJECT -> List.of(SUBJECT);
            case ANYWHERE -> List.of(SUBJECT, TEXT, FROM, TO);
        };
    }

    /** The field of which a facet counts the values. */
    static String field(Facet facet) {
        return switch (facet) {
            case CATEGORY -> "category";
            case SENDER -> "search.sender";
            case STAGE -> "ats.stage";
            case YEAR -> "search.year";
        };
    }

    /** @param number tells a term's matches from those of other terms; empty where nobody asks for them */
    static Query query(Criterion criterion, Optional<Integer> number) {
        return switch (criterion) {
            case SearchQuery.Words words -> words(words, number);
            case SearchQuery.Label(String label, boolean prefix) ->
                prefix
                        ? Query.of(q -> q.prefix(p -> p.field("search.labels").value(whole(label))))
                        : exactly("search.labels", label);
            case SearchQuery.InCategory(String category) -> exactly("category", category);
            case SearchQuery.Stage(String stage) -> exactly("ats.stage", stage);
            case SearchQuery.Before(var end) ->
                Query.of(q -> q.range(
                        r -> r.untyped(u -> u.field(RECEIVED).lt(moment(end)).format("epoch_millis"))));
            case SearchQuery.After(var start) ->
                Query.of(q -> q.range(
                        r -> r.untyped(u -> u.field(RECEIVED).gte(moment(start)).format("epoch_millis"))));
            case SearchQuery.Mark mark -> marked(mark);
        };
    }

    private static JsonData moment(Instant moment) {
        return JsonData.of(moment.toEpochMilli());
    }

    private static Query marked(SearchQuery.Mark mark) {
        return switch (mark) {
            case ATTACHMENT -> isTrue("hasAttachment", true);
            case UNREAD -> isTrue("unread", true);
            case READ -> isTrue("unread", false);
            case STARRED -> isTrue("starred", true);
            case ANSWERED -> isTrue("answered", true);
            case QUARANTINED -> isTrue("quarantined", true);
        };
    }

    private static Query isTrue(String field, boolean value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query exactly(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(whole(value)))));
    }

    /** Half a letter can be typed, but not sent; what is stored went the same way. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Query words(SearchQuery.Words words, Optional<Integer> number) {
        var fields = fields(words.place());
        if (fields.size() == 1) {
            return in(fields.getFirst(), words, 1, number);
        }
        var any = new BoolQuery.Builder();
        fields.forEach(field -> any.should(in(field, words, field.weight(), number)));
        return any.minimumShouldMatch("1").build()._toQuery();
    }

    private static Query forms(SearchQuery.Words words, int number) {
        var any = new BoolQuery.Builder();
        var others = new WordFamily(words.text()).others();
        fields(words.place())
                .forEach(field -> any.should(forms(field, words, others, name(field, Optional.of(number)))));
        return any.minimumShouldMatch("1").build()._toQuery();
    }

    /** The name is that of all forms together: the server keeps one match per name. */
    private static Query forms(Field field, SearchQuery.Words words, List<String> others, @Nullable String name) {
        var any = new BoolQuery.Builder().should(in(field, words, field.weight(), Optional.empty()));
        others.forEach(other -> any.should(term(field, other, field.weight() * Ranking.OTHER_FORM, null)));
        return any.minimumShouldMatch("1").queryName(name).build()._toQuery();
    }

    private static @Nullable String name(Field field, Optional<Integer> number) {
        return field.reason()
                .flatMap(reason -> number.map(one -> WordReasons.name(reason, one)))
                .orElse(null);
    }

    private static Query term(Field field, String text, float weight, @Nullable String name) {
        return Query.of(q -> q.term(t ->
                t.field(field.name()).value(FieldValue.of(text)).boost(weight).queryName(name)));
    }

    private static Query in(Field field, SearchQuery.Words words, float weight, Optional<Integer> number) {
        var text = PieceText.ofFolded(words.text());
        var name = name(field, number);
        boolean single = text.indexOf(' ') < 0;
        boolean prefix = words.prefix() && endsInWord(text);
        if (single && prefix) {
            return Query.of(q -> q.prefix(
                    p -> p.field(field.name()).value(text).boost(weight).queryName(name)));
        }
        if (single) {
            return term(field, text, weight, name);
        }
        if (prefix) {
            return Query.of(q -> q.matchPhrasePrefix(p -> p.field(field.name())
                    .query(text)
                    .maxExpansions(MOST_ENDINGS)
                    .boost(weight)
                    .queryName(name)));
        }
        return Query.of(q -> q.matchPhrase(
                p -> p.field(field.name()).query(text).boost(weight).queryName(name)));
    }

    /** A sign at the end is one already: it cannot go on. */
    private static boolean endsInWord(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }
}
