package io.countersign.search.lucene;

import io.countersign.search.Facet;
import io.countersign.search.SearchResult.Count;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;

/** Counts matches by facet, for one search. */
final class FacetCounts {
    private static final int MOST = 20;
    private static final int YEARS = 10_000;

    private final int[] categories = new int[256];
    private final int[] stages = new int[256];
    private final int[] years = new int[YEARS];
    private final Map<String, Integer> senders = new HashMap<>();

    Leaf leaf(LeafReaderContext context) throws IOException {
        return new Leaf(DocValues.getSorted(context.reader(), MailFields.SENDER));
    }

    /** Counts in one segment. */
    final class Leaf {
        private final SortedDocValues sender;
        private final int[] counts;

        private Leaf(SortedDocValues sender) {
            this.sender = sender;
            this.counts = new int[sender.getValueCount()];
        }

        void count(int doc, long state) throws IOException {
            categories[MailState.category(state)]++;
            stages[MailState.stage(state)]++;
            years[MailState.year(state)]++;
            if (sender.advanceExact(doc)) {
                counts[sender.ordValue()]++;
            }
        }

        void finish() throws IOException {
            for (int ord = 0; ord < counts.length; ord++) {
                if (counts[ord] > 0) {
                    senders.merge(sender.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
                }
            }
        }
    }

    /** The most frequent values of each facet, most frequent first. */
    Map<Facet, List<Count>> counts() {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        counts.put(
                Facet.CATEGORY,
                top(categories, 0, number -> MailState.categoryOf(number).id()));
        counts.put(
                Facet.STAGE, top(stages, 1, number -> MailState.stageOf(number).id()));
        counts.put(Facet.YEAR, top(years, 0, year -> String.format(Locale.ROOT, "%04d", year)));
        counts.put(
                Facet.SENDER,
                top(senders.entrySet().stream()
                        .filter(sender -> !sender.getKey().isEmpty())
                        .map(sender -> new Count(sender.getKey(), sender.getValue()))));
        return counts;
    }

    private static List<Count> top(int[] counts, int first, IntFunction<String> name) {
        return top(IntStream.range(first, counts.length)
                .filter(value -> counts[value] > 0)
                .mapToObj(value -> new Count(name.apply(value), counts[value])));
    }

    private static List<Count> top(Stream<Count> counts) {
        return counts.sorted(Comparator.comparingLong(Count::mails).reversed().thenComparing(Count::value))
                .limit(MOST)
                .toList();
    }
}
