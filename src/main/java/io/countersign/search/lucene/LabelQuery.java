package io.countersign.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Mails that have a label: it is a column, since labels come and go, so each candidate is looked at. */
final class LabelQuery extends Query {
    private static final float COST = 50;

    private final String label;
    private final boolean prefix;

    LabelQuery(String folded, boolean prefix) {
        this.label = folded;
        this.prefix = prefix;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                var labels = DocValues.getBinary(context.reader(), Fields.LABELS);
                int most = context.reader().maxDoc();
                var each = TwoPhaseIterator.asDocIdSetIterator(new Look(DocIdSetIterator.all(most), labels));
                return ConstantScoreScorerSupplier.fromIterator(each, score(), mode, most);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return DocValues.isCacheable(context, Fields.LABELS);
            }
        };
    }

    private final class Look extends TwoPhaseIterator {
        private final BinaryDocValues labels;

        Look(DocIdSetIterator all, BinaryDocValues labels) {
            super(all);
            this.labels = labels;
        }

        @Override
        public boolean matches() throws IOException {
            return labels.advanceExact(approximation().docID())
                    && has(labels.binaryValue().utf8ToString());
        }

        @Override
        public float matchCost() {
            return COST;
        }
    }

    private boolean has(String lines) {
        for (int at = lines.indexOf(label); at >= 0; at = lines.indexOf(label, at + 1)) {
            int end = at + label.length();
            boolean begins = at == 0 || lines.charAt(at - 1) == '\n';
            if (begins && (prefix || end == lines.length() || lines.charAt(end) == '\n')) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "label:" + label + (prefix ? "*" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelQuery that && label.equals(that.label) && prefix == that.prefix;
    }

    @Override
    public int hashCode() {
        return 31 * classHash() + label.hashCode();
    }
}
