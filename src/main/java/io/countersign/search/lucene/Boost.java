package io.countersign.search.lucene;

import io.countersign.mail.Category;
import io.countersign.mail.Stage;
import io.countersign.search.Ranking;
import io.countersign.search.SearchHit.Kind;
import io.countersign.search.SearchHit.Reason;
import io.countersign.search.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** By how much a mail counts more than its words say: {@link Ranking}. */
final class Boost extends DoubleValuesSource {
    private static final double DAY = 86_400_000.0;
    private static final EnumSet<Stage> LATE = EnumSet.of(Stage.INTERVIEW, Stage.FINAL_ROUND, Stage.OFFER);

    private final long now;
    private final Set<String> contacts;
    private final Set<Category> categories;
    private final DoubleValuesSource words;

    Boost(SearchRequest request) {
        this(
                request.now().toEpochMilli(),
                request.contacts(),
                Ranking.categories(request.mode()),
                words(Ranking.words(request.mode())));
    }

    private Boost(long now, Set<String> contacts, Set<Category> categories, DoubleValuesSource words) {
        this.now = now;
        this.contacts = contacts;
        this.categories = categories;
        this.words = words;
    }

    private static DoubleValuesSource words(Set<String> words) {
        if (words.isEmpty()) {
            return DoubleValuesSource.constant(0);
        }
        var any = new BooleanQuery.Builder();
        words.forEach(word -> {
            any.add(new TermQuery(new Term(Fields.SUBJECT, word)), Occur.SHOULD);
            any.add(new TermQuery(new Term(Fields.TEXT, word)), Occur.SHOULD);
        });
        return DoubleValuesSource.fromQuery(new ConstantScoreQuery(any.build()));
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
        var columns = new Columns(context);
        return new DoubleValues() {
            private double factor = 1;

            @Override
            public double doubleValue() {
                return factor;
            }

            @Override
            public boolean advanceExact(int document) throws IOException {
                factor = columns.factor(document);
                return true;
            }
        };
    }

    /** What raised one mail; without what changes nothing. */
    List<Reason> reasons(LeafReaderContext context, int document) throws IOException {
        return new Columns(context).reasons(document);
    }

    /** The columns of one part of the index, read forwards. */
    private final class Columns {
        private final SortedNumericDocValues received;
        private final NumericDocValues category;
        private final NumericDocValues stage;
        private final NumericDocValues risk;
        private final SortedDocValues sender;
        private final DoubleValues inMode;

        Columns(LeafReaderContext context) throws IOException {
            var reader = context.reader();
            received = DocValues.getSortedNumeric(reader, Fields.RECEIVED);
            category = DocValues.getNumeric(reader, Fields.CATEGORY);
            stage = DocValues.getNumeric(reader, Fields.STAGE);
            risk = DocValues.getNumeric(reader, Fields.RISK);
            sender = DocValues.getSorted(reader, Fields.SENDER);
            inMode = words.getValues(context, null);
        }

        double factor(int document) throws IOException {
            return recent(document) * contact(document) * risky(document) * late(document) * mode(document);
        }

        List<Reason> reasons(int document) throws IOException {
            var reasons = new ArrayList<Reason>();
            add(reasons, Kind.RECENT, recent(document));
            add(reasons, Kind.CONTACT, contact(document));
            add(reasons, Kind.GHOSTING_RISK, risky(document));
            add(reasons, Kind.LATE_STAGE, late(document));
            add(reasons, Kind.MODE, mode(document));
            return reasons;
        }

        private void add(List<Reason> reasons, Kind kind, double factor) {
            if (factor >= 1.05) {
                reasons.add(new Reason(kind, factor));
            }
        }

        private double recent(int document) throws IOException {
            if (!received.advanceExact(document)) {
                return 1;
            }
            double days = Math.max(0, (now - received.nextValue()) / DAY);
            return 1 + Ranking.RECENT * Math.pow(0.5, days / Ranking.RECENT_DAYS);
        }

        private double contact(int document) throws IOException {
            return !contacts.isEmpty()
                            && sender.advanceExact(document)
                            && contacts.contains(
                                    sender.lookupOrd(sender.ordValue()).utf8ToString())
                    ? Ranking.CONTACT
                    : 1;
        }

        private double risky(int document) throws IOException {
            return risk.advanceExact(document) && risk.longValue() >= Ranking.RISKY * Fields.RISK_SCALE
                    ? Ranking.GHOSTING_RISK
                    : 1;
        }

        private double late(int document) throws IOException {
            return stage.advanceExact(document)
                            && stage.longValue() >= 0
                            && LATE.contains(Fields.STAGES.get((int) stage.longValue()))
                    ? Ranking.LATE_STAGE
                    : 1;
        }

        private double mode(int document) throws IOException {
            boolean kind = !categories.isEmpty()
                    && category.advanceExact(document)
                    && categories.contains(Fields.CATEGORIES.get((int) category.longValue()));
            return kind || (inMode.advanceExact(document) && inMode.doubleValue() > 0) ? Ranking.MODE : 1;
        }
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) throws IOException {
        return new Boost(now, contacts, categories, words.rewrite(searcher));
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
        return false;
    }

    @Override
    public int hashCode() {
        return Objects.hash(now, contacts, categories, words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Boost that
                && now == that.now
                && contacts.equals(that.contacts)
                && categories.equals(that.categories)
                && words.equals(that.words);
    }

    @Override
    public String toString() {
        return "ranking of " + categories;
    }
}
