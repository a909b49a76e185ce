package io.countersign.search.lucene;

import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Collects the ids of all matches. */
final class AllMails implements Collector {
    private static final int STEP = 4096;

    private final Progress progress;
    private long[] ids = new long[STEP];
    private int size;

    AllMails(Progress progress) {
        this.progress = progress;
    }

    /** At most so many, the greatest first. */
    List<Long> greatestFirst(int most) {
        var sorted = Arrays.copyOf(ids, size);
        Arrays.sort(sorted);
        return Arrays.stream(sorted, Math.max(0, size - most), size)
                .boxed()
                .toList()
                .reversed();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var values = DocValues.getNumeric(context.reader(), MailFields.ID);
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) throws IOException {
                add(values, doc);
            }
        };
    }

    private void add(NumericDocValues values, int doc) throws IOException {
        if (size % STEP == 0) {
            progress.checkCancelled();
        }
        if (values.advanceExact(doc)) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = values.longValue();
        }
    }

    /** This collector, for a search on the calling thread. */
    CollectorManager<AllMails, AllMails> oneByOne() {
        return new CollectorManager<>() {
            @Override
            public AllMails newCollector() {
                return AllMails.this;
            }

            @Override
            public AllMails reduce(Collection<AllMails> all) {
                return AllMails.this;
            }
        };
    }
}
