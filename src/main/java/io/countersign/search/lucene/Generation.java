package io.countersign.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** One index in one folder, open for reading and writing. */
final class Generation implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 48;
    private static final String CHANGE = "change";
    private static final String SCHEMA = "schema";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Generation(Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    /** Opens what is there, or begins; an index that this program cannot read is an {@link IOException}. */
    static Generation open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            if (DirectoryReader.indexExists(directory) && !schemaOf(directory).equals(Fields.schema())) {
                throw new IOException("the index was written by another version");
            }
            var config = new IndexWriterConfig(new FoldedWords())
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setMergeScheduler(new ConcurrentMergeScheduler())
                    .setCommitOnClose(false);
            var writer = new IndexWriter(directory, config);
            return new Generation(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static String schemaOf(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData().getOrDefault(SCHEMA, "");
        } catch (IndexNotFoundException _) {
            return "";
        }
    }

    /** The number of the change that the newest commit is complete up to. */
    long committed() {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(CHANGE)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    void add(Iterable<Document> documents) throws IOException {
        writer.addDocuments(documents);
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Makes what was written visible. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was written survive a crash. */
    void commit(long change) throws IOException {
        writer.setLiveCommitData(
                Map.of(CHANGE, Long.toString(change), SCHEMA, Fields.schema()).entrySet());
        writer.commit();
    }

    /** False once a write failed so that nothing more can be written: it must be opened again. */
    boolean isOpen() {
        return writer.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            // in this order from the right
        }
    }
}
