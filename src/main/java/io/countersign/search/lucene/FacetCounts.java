package io.countersign.search.lucene;

import io.countersign.search.Facet;
import io.countersign.search.SearchResult.Count;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts every match, and what values the matches have. */
final class FacetCounts implements Collector {
    private static final int SHOWN = 10;

    private final long[] categories = new long[Fields.CATEGORIES.size()];
    private final long[] stages = new long[Fields.STAGES.size()];
    private final Map<Integer, long[]> years = new HashMap<>();
    private final Map<String, Long> senders = new HashMap<>();
    private long total;

    /** All matches, and the most frequent values of each facet. */
    record Counted(long total, Map<Facet, List<Count>> facets) {}

    static CollectorManager<FacetCounts, Counted> manager() {
        return new CollectorManager<>() {
            @Override
            public FacetCounts newCollector() {
                return new FacetCounts();
            }

            @Override
            public Counted reduce(Collection<FacetCounts> parts) {
                var sum = new FacetCounts();
                parts.forEach(sum::add);
                return sum.counted();
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var reader = context.reader();
        var category = DocValues.getNumeric(reader, Fields.CATEGORY);
        var stage = DocValues.getNumeric(reader, Fields.STAGE);
        var received = DocValues.getSortedNumeric(reader, Fields.RECEIVED);
        var sender = DocValues.getSorted(reader, Fields.SENDER);
        var bySender = new long[sender.getValueCount()];
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                total++;
                if (category.advanceExact(document)) {
                    categories[(int) category.longValue()]++;
                }
                if (stage.advanceExact(document) && stage.longValue() >= 0) {
                    stages[(int) stage.longValue()]++;
                }
                if (received.advanceExact(document)) {
                    years.computeIfAbsent(Years.of(received.nextValue()), _ -> new long[1])[0]++;
                }
                if (sender.advanceExact(document)) {
                    bySender[sender.ordValue()]++;
                }
            }

            @Override
            public void finish() throws IOException {
                name(sender, bySender);
            }
        };
    }

    private void name(SortedDocValues sender, long[] bySender) throws IOException {
        for (int ord = 0; ord < bySender.length; ord++) {
            if (bySender[ord] > 0) {
                senders.merge(sender.lookupOrd(ord).utf8ToString(), bySender[ord], Long::sum);
            }
        }
    }

    private void add(FacetCounts part) {
        total += part.total;
        for (int i = 0; i < categories.length; i++) {
            categories[i] += part.categories[i];
        }
        for (int i = 0; i < stages.length; i++) {
            stages[i] += part.stages[i];
        }
        part.years.forEach((year, count) -> years.computeIfAbsent(year, _ -> new long[1])[0] += count[0]);
        part.senders.forEach((sender, count) -> senders.merge(sender, count, Long::sum));
    }

    private Counted counted() {
        var facets = new EnumMap<Facet, List<Count>>(Facet.class);
        var byCategory = new HashMap<String, Long>();
        for (int i = 0; i < categories.length; i++) {
            byCategory.put(Fields.CATEGORIES.get(i).id(), categories[i]);
        }
        var byStage = new HashMap<String, Long>();
        for (int i = 0; i < stages.length; i++) {
            byStage.put(Fields.STAGES.get(i).id(), stages[i]);
        }
        var byYear = new HashMap<String, Long>();
        years.forEach((year, count) -> byYear.put("%04d".formatted(year), count[0]));
        facets.put(Facet.CATEGORY, most(byCategory));
        facets.put(Facet.STAGE, most(byStage));
        facets.put(Facet.SENDER, most(senders));
        facets.put(Facet.YEAR, most(byYear));
        return new Counted(total, facets);
    }

    private static List<Count> most(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::mails).reversed().thenComparing(Count::value))
                .limit(SHOWN)
                .toList();
    }

    /** The year of a moment, without a calendar for each mail. */
    private static final class Years {
        private static final int FIRST = 1970;
        private static final long[] STARTS = new long[200];

        static {
            for (int i = 0; i < STARTS.length; i++) {
                STARTS[i] =
                        Instant.parse("%d-01-01T00:00:00Z".formatted(FIRST + i)).toEpochMilli();
            }
        }

        static int of(long millis) {
            int at = java.util.Arrays.binarySearch(STARTS, millis);
            int index = at >= 0 ? at : -at - 2;
            return index < 0 || index == STARTS.length - 1
                    ? Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).getYear()
                    : FIRST + index;
        }
    }
}
