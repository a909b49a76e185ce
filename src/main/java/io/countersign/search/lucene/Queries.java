package io.countersign.search.lucene;

import io.countersign.search.Facet;
import io.countersign.search.QueryLimits;
import io.countersign.search.Ranking;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** The query language in Lucene's terms. */
final class Queries {
    private static final Map<String, Float> ANYWHERE = Map.of(
            MailFields.SUBJECT, Ranking.SUBJECT,
            MailFields.TEXT, Ranking.TEXT,
            MailFields.FROM, Ranking.SENDER,
            MailFields.TO, 1f);

    private Queries() {}

    /** Matches exactly the mails that satisfy all terms and facets of a request; words add to the score, all else does not. */
    static Query of(SearchRequest request, WordQueries wordQueries) throws IOException {
        var all = new BooleanQuery.Builder();
        boolean scored = false;
        for (var term : QueryLimits.terms(request.query())) {
            boolean words = term.criterion() instanceof SearchQuery.Words && !term.negated();
            scored |= words;
            var asked = words ? wordQueries : WordQueries.exact();
            all.add(
                    query(term.criterion(), asked),
                    term.negated() ? Occur.MUST_NOT : words ? Occur.MUST : Occur.FILTER);
        }
        request.narrowed().forEach((facet, value) -> all.add(narrowed(facet, value), Occur.FILTER));
        // Without words everything scores 1, for the factors to multiply.
        return scored
                ? all.build()
                : all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST).build();
    }

    private static Query query(Criterion criterion, WordQueries wordQueries) throws IOException {
        return switch (criterion) {
            case SearchQuery.Words words -> words(words, wordQueries);
            case SearchQuery.Label label -> label(label);
            case SearchQuery.InCategory(var category) ->
                state("category " + category, state -> MailState.isIn(state, category));
            case SearchQuery.Stage(var stage) -> state("stage " + stage, state -> MailState.announces(state, stage));
            case SearchQuery.Before(var end) ->
                LongPoint.newRangeQuery(MailFields.RECEIVED, Long.MIN_VALUE, Math.addExact(end.toEpochMilli(), -1));
            case SearchQuery.After(var start) ->
                LongPoint.newRangeQuery(MailFields.RECEIVED, start.toEpochMilli(), Long.MAX_VALUE);
            case SearchQuery.Mark mark -> state("mark " + mark, state -> MailState.has(state, mark));
        };
    }

    private static Query words(SearchQuery.Words words, WordQueries wordQueries) throws IOException {
        var field = field(words.place());
        if (field.isPresent()) {
            return wordQueries.in(words, field.get());
        }
        var any = new BooleanQuery.Builder();
        for (var each : ANYWHERE.entrySet()) {
            any.add(new BoostQuery(wordQueries.in(words, each.getKey()), each.getValue()), Occur.SHOULD);
        }
        return any.build();
    }

    private static Optional<String> field(Place place) {
        return switch (place) {
            case FROM -> Optional.of(MailFields.FROM);
            case TO -> Optional.of(MailFields.TO);
            case SUBJECT -> Optional.of(MailFields.SUBJECT);
            case ANYWHERE -> Optional.empty();
        };
    }

    static List<String> fields(Place place) {
        return field(place).map(List::of).orElse(List.copyOf(ANYWHERE.keySet()));
    }

    private static Query narrowed(Facet facet, String value) {
        return switch (facet) {
            case CATEGORY -> state("category " + value, state -> MailState.isIn(state, value));
            case STAGE -> state("stage " + value, state -> MailState.announces(state, value));
            case YEAR ->
                state(
                        "year " + value,
                        state -> String.valueOf(MailState.year(state)).equals(value));
            case SENDER ->
                new ColumnQuery("sender " + value, reader -> {
                    var senders = DocValues.getSorted(reader, MailFields.SENDER);
                    int wanted = senders.lookupTerm(new BytesRef(value));
                    return doc -> wanted >= 0 && senders.advanceExact(doc) && senders.ordValue() == wanted;
                });
        };
    }

    private static Query state(String name, LongPredicate test) {
        return new ColumnQuery(name, reader -> {
            var states = DocValues.getNumeric(reader, MailFields.STATE);
            return doc -> states.advanceExact(doc) && test.test(states.longValue());
        });
    }

    private static Query label(SearchQuery.Label label) {
        return new ColumnQuery("label " + label, reader -> {
            var labels = DocValues.getBinary(reader, MailFields.LABELS);
            return doc -> labels.advanceExact(doc) && has(labels.binaryValue(), label);
        });
    }

    private static boolean has(BytesRef labels, SearchQuery.Label wanted) {
        return labels.length > 0
                && labels.utf8ToString()
                        .lines()
                        .anyMatch(one -> wanted.prefix() ? one.startsWith(wanted.label()) : one.equals(wanted.label()));
    }
}
