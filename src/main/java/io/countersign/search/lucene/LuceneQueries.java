package io.countersign.search.lucene;

import io.countersign.mail.Category;
import io.countersign.search.Facet;
import io.countersign.search.Ranking;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import io.countersign.search.SearchRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What a person asked for, as Lucene is asked. */
final class LuceneQueries {
    /** A word in several fields counts where it counts most, and a little in the others. */
    private static final float TIE = 0.2f;

    private static final Map<String, Float> WEIGHTS = Map.of(
            Fields.SUBJECT, Ranking.SUBJECT, Fields.TEXT, Ranking.TEXT, Fields.FROM, Ranking.SENDER, Fields.TO, 1f);

    private static final List<String> EVERYWHERE = List.of(Fields.SUBJECT, Fields.TEXT, Fields.FROM, Fields.TO);

    private LuceneQueries() {}

    /** All terms and what it is narrowed down to; without what only ranks. */
    static Query of(SearchRequest request) {
        var all = new BooleanQuery.Builder();
        boolean scores = false;
        for (var term : request.query().terms().stream().distinct().toList()) {
            var query = criterion(term.criterion());
            boolean ranks = !term.negated() && term.criterion() instanceof SearchQuery.Words;
            all.add(query, term.negated() ? Occur.MUST_NOT : ranks ? Occur.MUST : Occur.FILTER);
            scores |= ranks;
        }
        request.narrowed().forEach((facet, chosen) -> all.add(narrowed(facet, chosen), Occur.FILTER));
        if (!scores) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all.build();
    }

    private static Query criterion(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.Words words -> words(words);
            case SearchQuery.Label(String label, boolean prefix) -> new LabelQuery(label, prefix);
            case SearchQuery.InCategory(String id) -> narrowed(Facet.CATEGORY, id);
            case SearchQuery.Stage(String id) -> narrowed(Facet.STAGE, id);
            case SearchQuery.Before(Instant end) ->
                LongPoint.newRangeQuery(Fields.RECEIVED, Long.MIN_VALUE, end.toEpochMilli() - 1);
            case SearchQuery.After(Instant start) ->
                LongPoint.newRangeQuery(Fields.RECEIVED, start.toEpochMilli(), Long.MAX_VALUE);
            case Mark mark -> mark(mark);
        };
    }

    private static Query mark(Mark mark) {
        return switch (mark) {
            case ATTACHMENT -> flag(Fields.ATTACHMENT, 1);
            case UNREAD -> flag(Fields.UNREAD, 1);
            case READ -> flag(Fields.UNREAD, 0);
            case STARRED -> flag(Fields.STARRED, 1);
            case ANSWERED -> flag(Fields.ANSWERED, 1);
            case QUARANTINED -> flag(Fields.QUARANTINED, 1);
        };
    }

    private static Query flag(String field, int set) {
        return NumericDocValuesField.newSlowExactQuery(field, set);
    }

    static Query words(SearchQuery.Words words) {
        return switch (words.place()) {
            case ANYWHERE ->
                new DisjunctionMaxQuery(
                        EVERYWHERE.stream().map(field -> in(field, words)).toList(), TIE);
            case FROM -> in(Fields.FROM, words);
            case TO -> in(Fields.TO, words);
            case SUBJECT -> in(Fields.SUBJECT, words);
        };
    }

    /** In one field, weighed as that counts. */
    static Query in(String field, SearchQuery.Words words) {
        var tokens = FoldedWords.of(words.text());
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        return new BoostQuery(tokens(field, tokens, words.prefix()), WEIGHTS.getOrDefault(field, 1f));
    }

    private static Query tokens(String field, List<String> tokens, boolean prefix) {
        if (tokens.size() == 1) {
            return one(field, tokens.getFirst(), prefix);
        }
        if (!prefix) {
            return new PhraseQuery(field, tokens.toArray(String[]::new));
        }
        // The last word may go on: the phrase before it, and a word that begins like it, are near enough to it.
        var both = new BooleanQuery.Builder();
        var before = tokens.subList(0, tokens.size() - 1);
        both.add(tokens(field, before, false), Occur.MUST);
        both.add(one(field, tokens.getLast(), true), Occur.MUST);
        return both.build();
    }

    private static Query one(String field, String word, boolean prefix) {
        var whole = new TermQuery(new Term(field, word));
        if (!prefix) {
            return whole;
        }
        boolean begins = field.equals(Fields.TEXT) && word.codePointCount(0, word.length()) <= Fields.MOST_BEGINS;
        Query any = begins
                ? new ConstantScoreQuery(new TermQuery(new Term(Fields.BEGINS, word)))
                : new PrefixQuery(new Term(field, word));
        return new BooleanQuery.Builder()
                .add(any, Occur.MUST)
                .add(whole, Occur.SHOULD)
                .build();
    }

    private static Query narrowed(Facet facet, String chosen) {
        return switch (facet) {
            case CATEGORY ->
                Category.of(chosen)
                        .map(category -> NumericDocValuesField.newSlowExactQuery(
                                Fields.CATEGORY, Fields.CATEGORIES.indexOf(category)))
                        .orElseGet(() -> new MatchNoDocsQuery("no such category"));
            case STAGE ->
                io.countersign.mail.Stage.of(chosen)
                        .map(stage ->
                                NumericDocValuesField.newSlowExactQuery(Fields.STAGE, Fields.STAGES.indexOf(stage)))
                        .orElseGet(() -> new MatchNoDocsQuery("no such stage"));
            case SENDER -> SortedDocValuesField.newSlowExactQuery(Fields.SENDER, new BytesRef(chosen));
            case YEAR -> year(chosen);
        };
    }

    private static Query year(String chosen) {
        try {
            var year = Year.parse(chosen);
            return LongPoint.newRangeQuery(Fields.RECEIVED, start(year), start(year.plusYears(1)) - 1);
        } catch (DateTimeException _) {
            return new MatchNoDocsQuery("no year");
        }
    }

    private static long start(Year year) {
        return year.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
