package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.search.Ranking;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** {@link Ranking} as functions of the server, without scripts; every factor that applies has the name of its reason. */
final class ElasticRanking {
    private static final String RECEIVED = "receivedAt";
    private static final List<String> LATE = List.of(Stage.INTERVIEW.id(), Stage.FINAL_ROUND.id(), Stage.OFFER.id());

    /** Less is no reason to a person. */
    private static final double NOTABLE = 1.01;

    private final SearchRequest request;

    ElasticRanking(SearchRequest request) {
        this.request = request;
    }

    /** The same matches, their scores multiplied by the factors. */
    Query ranked(Query matches) {
        var functions = factors();
        var recent = recent(matches);
        return functions.isEmpty()
                ? recent
                : Query.of(q -> q.functionScore(f -> f.query(recent)
                        .functions(functions)
                        .scoreMode(FunctionScoreMode.Multiply)
                        .boostMode(FunctionBoostMode.Multiply)));
    }

    /** By what factor a mail of that time, in milliseconds, counts more; empty where that makes no difference. */
    OptionalDouble recency(long received) {
        double days = Math.max(0, request.now().toEpochMilli() - received)
                / (double) Duration.ofDays(1).toMillis();
        double factor = 1 + Ranking.RECENT * Math.pow(0.5, days / Ranking.RECENT_DAYS);
        return factor > NOTABLE ? OptionalDouble.of(factor) : OptionalDouble.empty();
    }

    /** 1 plus a share that halves every so many days; what is dated in the future is of now. */
    private Query recent(Query matches) {
        var now = request.now();
        return Query.of(q -> q.functionScore(f -> f.query(matches)
                .functions(
                        FunctionScore.of(one -> one.weight(1.0)),
                        FunctionScore.of(past -> past.filter(received(now, false))
                                .exp(decay -> decay.untyped(u -> u.field(RECEIVED)
                                        .placement(p -> p.origin(JsonData.of(now.toString()))
                                                .scale(JsonData.of(Ranking.RECENT_DAYS + "d"))
                                                .decay(0.5))))
                                .weight((double) Ranking.RECENT)),
                        FunctionScore.of(
                                future -> future.filter(received(now, true)).weight((double) Ranking.RECENT)))
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static Query received(Instant now, boolean after) {
        var moment = JsonData.of(now.toEpochMilli());
        return Query.of(q -> q.range(r -> r.untyped(u -> {
            u.field(RECEIVED).format("epoch_millis");
            return after ? u.gt(moment) : u.lte(moment);
        })));
    }

    private List<FunctionScore> factors() {
        var factors = new ArrayList<FunctionScore>();
        if (!request.contacts().isEmpty()) {
            factors.add(factor(anyOf("search.sender", request.contacts(), Kind.CONTACT), Ranking.CONTACT));
        }
        factors.add(factor(
                Query.of(q -> q.range(r -> r.number(
                        n -> n.field("ats.ghosting_risk").gte(Ranking.RISKY).queryName(Kind.GHOSTING_RISK.name())))),
                Ranking.GHOSTING_RISK));
        factors.add(factor(anyOf("ats.stage", LATE, Kind.LATE_STAGE), Ranking.LATE_STAGE));
        if (request.mode() != SearchRequest.Mode.PLAIN) {
            factors.add(factor(ofMode(), Ranking.MODE));
        }
        return factors;
    }

    private Query ofMode() {
        var categories = request.mode().categories().stream().map(Category::id).toList();
        return Query.of(q -> q.bool(b -> b.should(anyOf("category", categories))
                .should(anyOf("search.subject", request.mode().subjectWords()))
                .queryName(Kind.MODE.name())));
    }

    private static FunctionScore factor(Query filter, float factor) {
        return FunctionScore.of(f -> f.filter(filter).weight((double) factor));
    }

    private static Query anyOf(String field, Collection<String> values) {
        return Query.of(q -> q.terms(t -> t.field(field).terms(of -> of.value(fieldValues(values)))));
    }

    private static Query anyOf(String field, Collection<String> values, Kind reason) {
        return Query.of(q -> q.terms(
                t -> t.field(field).terms(of -> of.value(fieldValues(values))).queryName(reason.name())));
    }

    private static List<FieldValue> fieldValues(Collection<String> values) {
        return values.stream().map(FieldValue::of).toList();
    }
}
