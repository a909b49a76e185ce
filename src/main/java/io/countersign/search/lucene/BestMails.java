package io.countersign.search.lucene;

import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Visits all matches once: keeps the best ones and counts all of them by facet. */
final class BestMails implements Collector {
    private static final Comparator<Found> WORST_FIRST = Comparator.comparingDouble(Found::rank)
            .thenComparingLong(Found::received)
            .thenComparingLong(Found::id);

    private final SearchRequest request;
    private final FacetCounts counts;
    private final PriorityQueue<Found> best = new PriorityQueue<>(WORST_FIRST);
    private long total;

    /**
     * A match.
     *
     * @param doc its number in the whole index
     * @param rank what orders it first of all
     */
    record Found(int doc, long id, double rank, double score, long received) {}

    BestMails(SearchRequest request, FacetCounts counts) {
        this.request = request;
        this.counts = counts;
    }

    private boolean byScore() {
        return request.order() == SearchRequest.Order.RELEVANCE;
    }

    @Override
    public ScoreMode scoreMode() {
        return byScore() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    /** This collector, for a search on the calling thread. */
    CollectorManager<BestMails, BestMails> oneByOne() {
        return new CollectorManager<>() {
            @Override
            public BestMails newCollector() {
                return BestMails.this;
            }

            @Override
            public BestMails reduce(Collection<BestMails> all) {
                return BestMails.this;
            }
        };
    }

    /** Best first. */
    List<Found> best() {
        var found = new ArrayList<>(best);
        found.sort(WORST_FIRST.reversed());
        return found;
    }

    long total() {
        return total;
    }

    private final class Leaf implements LeafCollector {
        private final int base;
        private final Factors factors;
        private final NumericDocValues ids;
        private final FacetCounts.Leaf facets;
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 1;
            }
        };

        Leaf(LeafReaderContext context) throws IOException {
            base = context.docBase;
            factors = new Factors(request, context.reader());
            ids = DocValues.getNumeric(context.reader(), MailFields.ID);
            facets = counts.leaf(context);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int doc) throws IOException {
            total++;
            double factor = factors.look(doc);
            facets.count(doc, factors.state());
            double score = byScore() ? scorer.score() * factor : factor;
            double rank = byScore() ? score : 0;
            if (best.size() == request.limit()) {
                var worst = best.element();
                if (rank < worst.rank() || (rank == worst.rank() && factors.received() < worst.received())) {
                    return;
                }
            }
            if (ids.advanceExact(doc)) {
                best.add(new Found(base + doc, ids.longValue(), rank, score, factors.received()));
                if (best.size() > request.limit()) {
                    best.remove();
                }
            }
        }

        @Override
        public void finish() throws IOException {
            facets.finish();
        }
    }
}
