package io.countersign.search.lucene;

import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import io.countersign.search.SearchHit;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.SearchResult;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * The embedded index, in a folder of its own. What is put is found after {@link #refresh} and survives a crash once it was
 * committed, every few seconds of work and when it is closed; then {@link #follows} tells where to go on.
 */
public final class LuceneIndex implements SearchIndex {
    private static final Duration COMMITTED_EVERY = Duration.ofSeconds(10);
    private static final int MOST_CLAUSES = 100_000;

    private final IndexFolder folder;
    private final Clock clock;
    private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();
    private Generation generation;
    private long follows;
    private Instant committedAt;

    private LuceneIndex(IndexFolder folder, Generation generation, Clock clock) {
        this.folder = folder;
        this.generation = generation;
        this.clock = clock;
        this.follows = generation.committed();
        this.committedAt = clock.instant();
    }

    /** Opens the index, or begins an empty one where there is none or it cannot be read; it then follows no change yet. */
    public static LuceneIndex open(Path path, Clock clock) {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        try {
            var folder = new IndexFolder(path);
            return new LuceneIndex(folder, openOrBegin(folder), clock);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Generation openOrBegin(IndexFolder folder) throws IOException {
        try {
            var current = folder.current();
            var opened = Generation.open(current);
            folder.choose(current);
            return opened;
        } catch (org.apache.lucene.store.LockObtainFailedException e) {
            throw e;
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(LuceneIndex.class).warn("The search index is begun anew", e);
            var fresh = folder.next();
            var begun = Generation.open(fresh);
            folder.choose(fresh);
            return begun;
        }
    }

    private interface Work<T> {
        T with(Generation open) throws IOException;
    }

    private <T> T read(Work<T> work) {
        swap.readLock().lock();
        try {
            return work.with(generation);
        } catch (IOException | AlreadyClosedException e) {
            throw failure(e);
        } finally {
            swap.readLock().unlock();
        }
    }

    private <T> T write(Work<T> work) {
        swap.writeLock().lock();
        try {
            if (!generation.isOpen()) {
                reopen();
            }
            return work.with(generation);
        } catch (IOException | AlreadyClosedException e) {
            throw failure(e);
        } finally {
            swap.writeLock().unlock();
        }
    }

    /** After a write that failed for good, such as on a full disk: what was committed is there, the rest comes again. */
    private void reopen() throws IOException {
        generation.close();
        generation = openOrBegin(folder);
        follows = generation.committed();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return read(open -> {
            var searcher = open.searchers().acquire();
            try {
                return search(searcher, request);
            } finally {
                open.searchers().release(searcher);
            }
        });
    }

    private static SearchResult search(IndexSearcher searcher, SearchRequest request) throws IOException {
        var boost = new Boost(request);
        var words = LuceneQueries.of(request);
        boolean newest = request.order() == Order.NEWEST;
        var query = newest ? words : org.apache.lucene.queries.function.FunctionScoreQuery.boostByValue(words, boost);
        int limit = request.limit();
        var best = newest
                ? new TopFieldCollectorManager(newestFirst(), limit, Integer.MAX_VALUE)
                : new TopScoreDocCollectorManager(limit, Integer.MAX_VALUE);
        var found = searcher.search(query, new MultiCollectorManager(best, FacetCounts.manager()));
        var counted = (FacetCounts.Counted) found[1];
        var hits = hits(searcher, request, (TopDocs) found[0], boost);
        var didYouMean = counted.total() == 0
                ? new DidYouMean(searcher.getIndexReader()).of(request.query())
                : Optional.<String>empty();
        return new SearchResult(hits, counted.total(), counted.facets(), didYouMean);
    }

    private static Sort newestFirst() {
        return new Sort(
                org.apache.lucene.document.LongField.newSortField(
                        Fields.RECEIVED, true, org.apache.lucene.search.SortedNumericSelector.Type.MAX),
                new SortField(Fields.ID, SortField.Type.LONG, true));
    }

    private static List<SearchHit> hits(IndexSearcher searcher, SearchRequest request, TopDocs top, Boost boost)
            throws IOException {
        var why = new WhyFound(searcher, request, (Boost) boost.rewrite(searcher));
        var ids = new Ids(searcher);
        var hits = new ArrayList<SearchHit>();
        for (ScoreDoc one : top.scoreDocs) {
            double score = Float.isNaN(one.score) ? 0 : one.score;
            hits.add(new SearchHit(ids.of(one.doc), score, why.of(one.doc)));
        }
        return hits;
    }

    @Override
    public void put(List<IndexedMail> mails) {
        write(open -> {
            for (var mail : mails) {
                open.writer().updateDocument(Fields.term(mail.message().id()), Fields.document(mail));
            }
            return mails.size();
        });
    }

    @Override
    public void update(List<Message> changed) {
        write(open -> {
            for (var message : changed) {
                open.writer()
                        .updateDocValues(
                                Fields.term(message.id()),
                                Fields.columns(message).toArray(Field[]::new));
            }
            return changed.size();
        });
    }

    @Override
    public void refresh(long change) {
        write(open -> {
            open.refresh();
            follows = change;
            if (!clock.instant().isBefore(committedAt.plus(COMMITTED_EVERY))) {
                commit(open);
            }
            return change;
        });
    }

    private void commit(Generation open) throws IOException {
        open.commit(follows);
        committedAt = clock.instant();
    }

    @Override
    public long follows() {
        return read(_ -> generation.isOpen() ? follows : 0L);
    }

    @Override
    public long size() {
        return read(open -> {
            var searcher = open.searchers().acquire();
            try {
                return (long) searcher.getIndexReader().numDocs();
            } finally {
                open.searchers().release(searcher);
            }
        });
    }

    @Override
    public Rebuild rebuild() {
        try {
            var path = folder.next();
            return new NewGeneration(path, Generation.open(path));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private final class NewGeneration implements Rebuild {
        private final Path path;
        private final Generation made;
        private boolean finished;

        NewGeneration(Path path, Generation made) {
            this.path = path;
            this.made = made;
        }

        @Override
        public void put(List<IndexedMail> mails) {
            try {
                for (var mail : mails) {
                    made.writer().addDocument(Fields.document(mail));
                }
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            }
        }

        @Override
        public void finish(long change) {
            try {
                made.commit(change);
                made.refresh();
                swap.writeLock().lock();
                try {
                    var old = generation;
                    generation = made;
                    follows = change;
                    committedAt = clock.instant();
                    finished = true;
                    old.close();
                    folder.choose(path);
                } finally {
                    swap.writeLock().unlock();
                }
            } catch (IOException | AlreadyClosedException e) {
                throw failure(e);
            }
        }

        @Override
        public void close() {
            if (!finished) {
                try {
                    made.close();
                } catch (IOException | AlreadyClosedException e) {
                    throw failure(e);
                } finally {
                    IndexFolder.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        swap.writeLock().lock();
        try {
            if (generation.isOpen()) {
                commit(generation);
            }
            generation.close();
        } catch (IOException | AlreadyClosedException e) {
            throw failure(e);
        } finally {
            swap.writeLock().unlock();
        }
    }

    private static SearchFailure failure(Exception e) {
        var kind =
                switch (e) {
                    case CorruptIndexException _ -> Kind.BROKEN;
                    case FileSystemException _ -> Kind.READ_ONLY;
                    case AlreadyClosedException closed when closed.getCause() instanceof IOException -> Kind.READ_ONLY;
                    case AlreadyClosedException _ -> Kind.UNREACHABLE;
                    default -> Kind.READ_ONLY;
                };
        return new SearchFailure(kind, String.valueOf(e.getMessage()), e);
    }
}
