package io.countersign.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.QueryLimits;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchResult;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An index on an Elasticsearch server. Searches go to an alias, so that a rebuilt index takes over between two of them; what is
 * written goes to the index that was behind it when the last {@link #refresh} ended. Opens nothing before it is first asked.
 */
public final class ElasticIndex implements SearchIndex {
    private static final String RECEIVED = "receivedAt";
    private static final String ID = "id";

    /** No larger than the window of results that the settings of the index allow. */
    private static final int PAGE = 1000;

    private final ElasticConnection server;
    private final String alias;
    private final String patience;
    private final Generations generations;
    private final BulkWriter writer;
    private final Target target;

    /**
     * An index of the mails of one database.
     *
     * @param source tells this database from others
     * @throws io.countersign.shared.CountersignException.Invalid when the file with the certificate cannot be read
     */
    public ElasticIndex(ElasticSettings settings, String source, Clock clock) {
        this.server = new ElasticConnection(settings);
        this.alias = settings.alias();
        this.patience = settings.patience().search().toMillis() + "ms";
        this.generations = new Generations(server, alias, source);
        this.writer = new BulkWriter(server, clock);
        this.target = new Target(generations);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        var result = search(request, ElasticQuery.of(request));
        boolean room = result.hits().size() < request.limit() && QueryLimits.allowsOtherForms(request);
        var forms = room ? search(request, ElasticQuery.ofForms(request)) : result;
        return result.total() > 0
                ? result.withForms(room ? forms.hits() : List.of(), request.limit())
                : new SearchResult(
                        forms.hits(),
                        forms.total(),
                        forms.facets(),
                        new Spelling(server, alias).correct(request.query()));
    }

    @Override
    public List<Long> matches(SearchRequest request, int most, Progress progress) {
        var found = matches(ElasticQuery.of(request), most, progress);
        return found.isEmpty() && QueryLimits.allowsOtherForms(request)
                ? matches(ElasticQuery.ofForms(request), most, progress)
                : found;
    }

    /** A page after another, by falling ids: what is added meanwhile has a greater one. */
    private List<Long> matches(Query query, int most, Progress progress) {
        var found = new ArrayList<Long>();
        int page;
        do {
            progress.checkCancelled();
            var ids = page(query, found.isEmpty() ? Optional.empty() : Optional.of(found.getLast()));
            found.addAll(ids);
            page = ids.size();
        } while (page == PAGE && found.size() < most);
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private List<Long> page(Query query, Optional<Long> below) {
        var answer = reading(() -> server.search(client -> client.search(
                search -> {
                    below.ifPresent(id -> search.searchAfter(FieldValue.of(id)));
                    return search.index(alias)
                            .query(query)
                            .sort(by -> by.field(field -> field.field(ID).order(SortOrder.Desc)))
                            .source(none -> none.fetch(false))
                            .trackTotalHits(all -> all.enabled(false))
                            .allowPartialSearchResults(false)
                            .timeout(patience)
                            .size(PAGE);
                },
                Void.class)));
        if (answer.timedOut()) {
            throw failure(Kind.UNREACHABLE, "no answer in " + patience);
        }
        return answer.hits().hits().stream()
                .map(hit -> hit.sort().getFirst().longValue())
                .toList();
    }

    private SearchResult search(SearchRequest request, Query query) {
        var ranking = new ElasticRanking(request);
        var answer = reading(() -> server.search(client -> client.search(
                search -> search.index(alias)
                        .query(ranking.ranked(query))
                        .sort(order(request.order()))
                        .trackScores(true)
                        .aggregations(Facets.asked())
                        .source(none -> none.fetch(false))
                        .docvalueFields(field -> field.field(RECEIVED).format("epoch_millis"))
                        .trackTotalHits(all -> all.enabled(true))
                        .allowPartialSearchResults(false)
                        .timeout(patience)
                        .size(request.limit()),
                Void.class)));
        long total = Objects.requireNonNull(answer.hits().total()).value();
        return new SearchResult(hits(answer, ranking), total, Facets.counted(answer.aggregations()), Optional.empty());
    }

    private static List<SortOptions> order(SearchRequest.Order order) {
        var newestFirst = Stream.of(RECEIVED, ID)
                .map(name ->
                        SortOptions.of(by -> by.field(field -> field.field(name).order(SortOrder.Desc))));
        var byScore = Stream.of(SortOptions.of(by -> by.score(score -> score.order(SortOrder.Desc))));
        return (order == SearchRequest.Order.RELEVANCE ? Stream.concat(byScore, newestFirst) : newestFirst).toList();
    }

    private List<SearchHit> hits(SearchResponse<Void> answer, ElasticRanking ranking) {
        if (answer.timedOut()) {
            throw failure(Kind.UNREACHABLE, "no answer in " + patience);
        }
        return answer.hits().hits().stream()
                .map(hit -> WordReasons.hit(
                        hit,
                        Long.parseLong(Objects.requireNonNull(hit.fields().get(RECEIVED))
                                .toJson()
                                .asJsonArray()
                                .getString(0)),
                        ranking))
                .toList();
    }

    @Override
    public void put(List<IndexedMail> mails) {
        target.write(generation -> writer.put(generation, mails));
    }

    @Override
    public void update(List<Message> changed) {
        target.write(generation -> writer.update(generation, changed));
    }

    @Override
    public void refresh(long change) {
        target.end(generation -> {
            show(generation);
            generations.follow(generation, change);
        });
    }

    private void show(Generation generation) {
        server.write(client -> client.indices().refresh(refresh -> refresh.index(generation.index())));
    }

    @Override
    public long follows() {
        return reading(() -> generations.follows(target.current()));
    }

    @Override
    public long size() {
        return reading(() -> server.search(client -> client.count(count -> count.index(alias))))
                .count();
    }

    private <T> T reading(Supplier<T> question) {
        target.current();
        try {
            return question.get();
        } catch (SearchFailure e) {
            if (e.kind() == Kind.BROKEN) {
                target.forget();
            }
            throw e;
        }
    }

    @Override
    public Rebuild rebuild() {
        var generation = generations.begin();
        return new Rebuild() {
            private boolean finished;

            @Override
            public void put(List<IndexedMail> mails) {
                writer.put(generation, mails);
            }

            @Override
            public void finish(long change) {
                show(generation);
                generations.follow(generation, change);
                generations.publish(generation);
                finished = true;
                target.forget();
            }

            @Override
            public void close() {
                if (!finished) {
                    generations.drop(generation);
                }
            }
        };
    }

    private static SearchFailure failure(Kind kind, String detail) {
        return new SearchFailure(kind, detail, new IllegalStateException(detail));
    }

    @Override
    public void close() {
        server.close();
    }
}
