package io.countersign.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Finds mail by what its columns say. Never cached, since columns change. */
final class ColumnQuery extends Query {
    private static final float COST = 5;

    private final String name;
    private final Columns columns;

    /** Opens the columns of one segment. */
    @FunctionalInterface
    interface Columns {
        Test open(LeafReader reader) throws IOException;
    }

    /** Asks the columns of a mail; called with rising numbers. */
    @FunctionalInterface
    interface Test {
        boolean holds(int doc) throws IOException;
    }

    /** @param name says all that tells this query from others */
    ColumnQuery(String name, Columns columns) {
        this.name = name;
        this.columns = columns;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                var test = columns.open(context.reader());
                var all = DocIdSetIterator.all(context.reader().maxDoc());
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), scoreMode, new TwoPhaseIterator(all) {
                    @Override
                    public boolean matches() throws IOException {
                        return test.holds(all.docID());
                    }

                    @Override
                    public float matchCost() {
                        return COST;
                    }
                }));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnQuery query && query.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
