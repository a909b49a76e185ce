package io.countersign.search.embedding;

import io.countersign.search.MeaningSearch;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.SearchResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins what is near in meaning to what has the words, by reciprocal ranks, where the words find little. It looks on a thread
 * of its own, for the newest request where they pile up; whoever searches waits {@code patience} for it once the words are
 * found, and no longer.
 */
public final class SemanticSearch implements MeaningSearch, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SemanticSearch.class);

    private final NearMails near;
    private final Duration patience;
    private final ThreadPoolExecutor thread;
    private final AtomicBoolean failed = new AtomicBoolean();

    public SemanticSearch(NearMails near, Duration patience) {
        this.near = near;
        this.patience = patience;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> Thread.ofPlatform().daemon().name("meaning").unstarted(work),
                SemanticSearch::insteadOfTheOldest);
    }

    private static void insteadOfTheOldest(Runnable work, ThreadPoolExecutor executor) {
        if (executor.isShutdown()) {
            throw new RejectedExecutionException();
        }
        if (executor.getQueue().poll() instanceof Future<?> oldest) {
            oldest.cancel(false);
        }
        executor.execute(work);
    }

    @Override
    public Pending begin(SearchRequest request) {
        if (request.order() != Order.RELEVANCE || !FreeWords.of(request.query()).sayEnough()) {
            return MeaningSearch.none().begin(request);
        }
        try {
            var looking = thread.submit(() -> near.find(request));
            return words -> join(request, words, looking);
        } catch (RejectedExecutionException _) {
            return MeaningSearch.none().begin(request);
        }
    }

    /** Words that find a lot, or more than was asked for, are told apart by words. */
    private static boolean isEnough(SearchResult words) {
        return words.total() > NearMails.MOST || words.total() > words.hits().size();
    }

    private Joined join(SearchRequest request, SearchResult words, Future<List<Long>> looking) {
        var alone = new Joined(words.hits(), List.of());
        if (isEnough(words)) {
            looking.cancel(false);
            return alone;
        }
        try {
            return joined(words.hits(), looking.get(patience.toNanos(), TimeUnit.NANOSECONDS), request.limit());
        } catch (TimeoutException | CancellationException _) {
            return alone;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return alone;
        } catch (ExecutionException e) {
            if (!failed.getAndSet(true)) {
                LOG.warn("Mail cannot be found by meaning now", e);
            }
            return alone;
        }
    }

    private static Joined joined(List<SearchHit> words, List<Long> near, int limit) {
        if (near.isEmpty()) {
            return new Joined(words, List.of());
        }
        var byId = words.stream().collect(Collectors.toMap(SearchHit::messageId, Function.identity()));
        var ranks = new ReciprocalRanks(words.stream().map(SearchHit::messageId).toList(), near);
        var hits = new ArrayList<SearchHit>();
        var similar = new ArrayList<SearchHit>();
        for (long id : ranks.order()) {
            var hit = byId.get(id);
            if (hit != null) {
                hits.add(new SearchHit(id, ranks.score(id), reasons(hit.reasons(), ranks, id)));
            } else if (hits.size() + similar.size() < limit) {
                similar.add(new SearchHit(id, ranks.score(id), reasons(List.of(), ranks, id)));
            }
        }
        return new Joined(hits, similar);
    }

    private static List<Reason> reasons(List<Reason> ofWords, ReciprocalRanks ranks, long id) {
        if (!ranks.isNear(id)) {
            return ofWords;
        }
        return Stream.concat(ofWords.stream(), Stream.of(new Reason(Kind.MEANING, ranks.raise(id))))
                .sorted(Comparator.comparingDouble(Reason::factor).reversed().thenComparing(Reason::kind))
                .toList();
    }

    /** Waits for what it is just looking at. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A search by meaning does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
