package io.countersign.search.lucene;

import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** One index in one folder, open for changes and searches. Thread-safe. */
final class Generation implements AutoCloseable {
    private static final String FORMAT = "format";
    private static final String CHANGE = "change";
    private static final int BUFFER_MB = 32;
    private static final long COMMIT_NANOS = 30_000_000_000L;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private long committed;
    private long change;
    private long lastCommit = System.nanoTime();
    private long greatestId;

    private Generation(Directory directory, IndexWriter writer, long change) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.change = change;
        this.committed = change;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.greatestId = greatestIdIn();
    }

    /** True when the folder holds a finished index of this version. */
    static boolean isFinished(Path folder) throws IOException {
        try (var directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory)
                    && MailState.format().equals(data(directory).get(FORMAT));
        }
    }

    private static Map<String, String> data(Directory directory) throws IOException {
        return DirectoryReader.listCommits(directory).getLast().getUserData();
    }

    /** Opens a finished index. */
    static Generation open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            long change = Long.parseLong(data(directory).getOrDefault(CHANGE, "0"));
            return of(directory, IndexWriterConfig.OpenMode.APPEND, change);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Begins an empty index, which is not finished. */
    static Generation create(Path folder) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        try {
            return of(directory, IndexWriterConfig.OpenMode.CREATE, 0);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Generation of(Directory directory, IndexWriterConfig.OpenMode mode, long change) throws IOException {
        var config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
        var writer = new IndexWriter(directory, config);
        try {
            return new Generation(directory, writer, change);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private long greatestIdIn() throws IOException {
        return search(searcher -> {
            long greatest = Long.MIN_VALUE;
            for (var leaf : searcher.getIndexReader().leaves()) {
                var ids = DocValues.getNumeric(leaf.reader(), MailFields.ID);
                while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    greatest = Math.max(greatest, ids.longValue());
                }
            }
            return greatest;
        });
    }

    void put(List<IndexedMail> mails) throws IOException {
        var fields = new MailFields();
        for (var mail : mails) {
            long id = mail.message().id();
            // Ids rise: most mail is new, and for new mail nothing old needs to be looked for.
            if (isNew(id)) {
                writer.addDocument(fields.of(mail));
            } else {
                writer.updateDocument(MailFields.key(id), fields.of(mail));
            }
        }
    }

    private synchronized boolean isNew(long id) {
        boolean greater = id > greatestId;
        greatestId = Math.max(id, greatestId);
        return greater;
    }

    void update(List<Message> changed) throws IOException {
        for (var message : new TreeMap<>(byId(changed)).values()) {
            writer.updateDocValues(
                    MailFields.key(message.id()), MailFields.changing(message).toArray(Field[]::new));
        }
    }

    private static Map<Long, Message> byId(List<Message> messages) {
        var byId = new TreeMap<Long, Message>();
        messages.forEach(message -> byId.put(message.id(), message));
        return byId;
    }

    /** Makes everything visible; commits when the last commit is a while ago. */
    synchronized void refresh(long follows) throws IOException {
        follow(follows);
        searchers.maybeRefreshBlocking();
        if (change != committed && System.nanoTime() - lastCommit > COMMIT_NANOS) {
            commit();
        }
    }

    /** Commits as finished. */
    synchronized void finish(long follows) throws IOException {
        follow(follows);
        searchers.maybeRefreshBlocking();
        commit();
    }

    private void follow(long follows) {
        change = follows;
        writer.setLiveCommitData(Map.of(FORMAT, MailState.format(), CHANGE, Long.toString(follows))
                .entrySet());
    }

    private void commit() throws IOException {
        writer.commit();
        committed = change;
        lastCommit = System.nanoTime();
    }

    /** The change that it has taken in. */
    synchronized long follows() {
        return change;
    }

    int size() throws IOException {
        return search(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Reads all of it and compares the check sums. */
    void verify() throws IOException {
        search(searcher -> {
            for (var leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        });
    }

    /** What is done with a searcher. */
    @FunctionalInterface
    interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Search<T> search) throws IOException {
        var searcher = searchers.acquire();
        try {
            return search.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Commits what was refreshed, then closes. */
    synchronized void commitAndClose() throws IOException {
        try (this) {
            if (writer.isOpen() && change != committed) {
                commit();
            }
        }
    }

    /** Closes without a commit. */
    @Override
    public synchronized void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
