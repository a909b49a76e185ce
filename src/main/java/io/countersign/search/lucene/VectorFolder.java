package io.countersign.search.lucene;

import io.countersign.search.embedding.MailVectors.Neighbour;
import io.countersign.search.embedding.MailVectors.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors as bytes in graphs (HNSW: Malkov, Yashunin 2018), open. Graphs are built and merged on the thread that puts, and stay
 * small enough for that to end within seconds. Thread-safe.
 */
final class VectorFolder {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFolder.class);
    private static final String VECTOR = "vector";
    private static final String POINT = "point";
    private static final String TEXT = "text";
    private static final String VERSION = "version";
    private static final String CHANGE = "change";
    /** So many are looked at where fewer are wanted: mail that says nearly the same hides what is nearest in a narrower look. */
    private static final int CANDIDATES = 400;

    private static final int BUFFER_MB = 16;
    private static final int MOST_MERGED_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String version;
    private long change;
    private boolean dirty;

    private VectorFolder(Directory directory, IndexWriter writer, String version, long change) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.version = version;
        this.change = change;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** Opens what is there of this version, else begins anew. */
    static VectorFolder open(Path folder, String version) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            var data = DirectoryReader.indexExists(directory)
                    ? DirectoryReader.listCommits(directory).getLast().getUserData()
                    : Map.<String, String>of();
            boolean same = version.equals(data.get(VERSION));
            var writer = new IndexWriter(directory, config(same));
            long change = same ? Long.parseLong(data.getOrDefault(CHANGE, "0")) : 0;
            return new VectorFolder(directory, writer, version, change);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig config(boolean append) {
        var merges = new TieredMergePolicy();
        merges.setMaxMergedSegmentMB(MOST_MERGED_MB);
        return new IndexWriterConfig()
                .setOpenMode(append ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(merges)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }

    void put(List<Vector> vectors) throws IOException {
        for (var vector : vectors) {
            writer.updateDocument(MailFields.key(vector.messageId()), document(vector));
        }
        touch(!vectors.isEmpty());
    }

    private synchronized void touch(boolean changed) {
        dirty |= changed;
    }

    private static Document document(Vector vector) {
        var document = new Document();
        document.add(new StringField(
                MailFields.KEY, MailFields.key(vector.messageId()).bytes(), Field.Store.NO));
        document.add(new NumericDocValuesField(MailFields.ID, vector.messageId()));
        document.add(new LongPoint(POINT, vector.messageId()));
        document.add(new NumericDocValuesField(TEXT, vector.text()));
        document.add(new KnnByteVectorField(VECTOR, bytes(vector.direction()), VectorSimilarityFunction.COSINE));
        return document;
    }

    /** About the same direction in whole numbers, the greatest of which is 127: a quarter of the memory. */
    private static byte[] bytes(float[] direction) {
        float greatest = Float.MIN_NORMAL;
        for (float each : direction) {
            greatest = Math.max(greatest, Math.abs(each));
        }
        var bytes = new byte[direction.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(direction[i] / greatest * Byte.MAX_VALUE);
        }
        return bytes;
    }

    /** Visible and safe; only that the log went on without new text is not worth a write. */
    synchronized void refresh(long follows) throws IOException {
        boolean first = change == 0 && follows > 0;
        change = follows;
        if (dirty || first) {
            commit();
            searchers.maybeRefreshBlocking();
        }
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(
                Map.of(VERSION, version, CHANGE, Long.toString(change)).entrySet());
        writer.commit();
        dirty = false;
    }

    synchronized long follows() {
        return change;
    }

    long size() throws IOException {
        return search(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    Map<Long, Integer> texts() throws IOException {
        return search(searcher -> {
            var texts = new HashMap<Long, Integer>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                var live = leaf.reader().getLiveDocs();
                var ids = DocValues.getNumeric(leaf.reader(), MailFields.ID);
                var hashes = DocValues.getNumeric(leaf.reader(), TEXT);
                for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
                    if ((live == null || live.get(doc)) && hashes.advanceExact(doc)) {
                        texts.put(ids.longValue(), (int) hashes.longValue());
                    }
                }
            }
            return texts;
        });
    }

    /** @param among empty: all */
    List<Neighbour> nearest(float[] direction, int most, Set<Long> among) throws IOException {
        return search(searcher -> {
            var filter = among.isEmpty() ? null : LongPoint.newSetQuery(POINT, among);
            var found = searcher.search(
                    new KnnByteVectorQuery(VECTOR, bytes(direction), Math.max(most, CANDIDATES), filter), most);
            var leaves = searcher.getIndexReader().leaves();
            var neighbours = new ArrayList<Neighbour>();
            for (var hit : found.scoreDocs) {
                neighbours.add(new Neighbour(id(leaves, hit.doc), 2 * hit.score - 1));
            }
            return neighbours;
        });
    }

    private static long id(List<LeafReaderContext> leaves, int doc) throws IOException {
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var ids = DocValues.getNumeric(leaf.reader(), MailFields.ID);
        return ids.advanceExact(doc - leaf.docBase) ? ids.longValue() : 0;
    }

    private <T> T search(Generation.Search<T> search) throws IOException {
        var searcher = searchers.acquire();
        try {
            return search.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Keeps everything that was put. */
    void close() {
        try {
            synchronized (this) {
                commit();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("what was encoded last is encoded again at the next start", e);
        }
        rollback();
    }

    /** Lets go of everything that is not safe. */
    void rollback() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException | RuntimeException e) {
            LOG.info("closing vectors", e);
        }
    }
}
