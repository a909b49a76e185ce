package io.countersign.search.lucene;

import io.countersign.mail.Message;
import io.countersign.search.IndexedMail;
import io.countersign.search.QueryLimits;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchIndex;
import io.countersign.search.SearchRequest;
import io.countersign.search.SearchResult;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of this computer, which only this process may write to. It holds no text: only which words stand where.
 * What changes often about a mail is kept in columns of their own, so that a change never reads the mail again.
 */
public final class LuceneIndex implements SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    private final Generations generations;
    private final ReadWriteLock replacing = new ReentrantReadWriteLock();
    private @Nullable Generation current;
    private boolean closed;
    private volatile boolean failed;

    /** Opens the index in this folder when it is first used; a damaged one can only be rebuilt. */
    public LuceneIndex(Path folder) {
        this.generations = new Generations(folder);
    }

    private interface Work<T> {
        T with(Generation generation) throws IOException;
    }

    private <T> T with(Work<T> work) {
        opened();
        replacing.readLock().lock();
        try {
            var generation = current;
            if (generation == null) {
                throw new SearchFailure(
                        SearchFailure.Kind.UNREACHABLE, "the index is closed", new IllegalStateException());
            }
            try {
                return work.with(generation);
            } catch (AlreadyClosedException e) {
                // Lucene closes itself when it cannot write; what was not committed by then must be put again.
                throw Failures.of(e);
            } catch (IOException | InternalError e) {
                throw Failures.of(e);
            }
        } catch (SearchFailure e) {
            failed = true;
            throw e;
        } finally {
            replacing.readLock().unlock();
        }
    }

    /** Opens what is not open, and what failed again: the failure may be gone. */
    private void opened() {
        if (current != null && !failed) {
            return;
        }
        replacing.writeLock().lock();
        try {
            if (closed || (current != null && !failed)) {
                return;
            }
            dropFailed();
            current = generations.open();
            failed = false;
        } catch (IOException | RuntimeException | InternalError e) {
            throw Failures.of(e);
        } finally {
            replacing.writeLock().unlock();
        }
    }

    private void dropFailed() {
        var generation = current;
        current = null;
        try {
            if (generation != null) {
                generation.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("closing what failed", e);
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        QueryLimits.terms(request.query());
        return with(generation -> generation.search(searcher -> {
            var result = search(request, WordQueries.exact(), searcher);
            boolean room = result.hits().size() < request.limit() && QueryLimits.allowsOtherForms(request);
            var forms = room ? search(request, new WordForms(searcher.getIndexReader()), searcher) : result;
            return result.total() > 0
                    ? result.withForms(room ? forms.hits() : List.of(), request.limit())
                    : new SearchResult(forms.hits(), forms.total(), forms.facets(), corrected(request, searcher));
        }));
    }

    @Override
    public List<Long> matches(SearchRequest request, int most, Progress progress) {
        QueryLimits.terms(request.query());
        return with(generation -> generation.search(searcher -> {
            var found = matches(request, WordQueries.exact(), searcher, most, progress);
            return found.isEmpty() && QueryLimits.allowsOtherForms(request)
                    ? matches(request, new WordForms(searcher.getIndexReader()), searcher, most, progress)
                    : found;
        }));
    }

    private static List<Long> matches(
            SearchRequest request, WordQueries words, IndexSearcher searcher, int most, Progress progress)
            throws IOException {
        var all = new AllMails(progress);
        searcher.search(Queries.of(request, words), all.oneByOne());
        return all.greatestFirst(most);
    }

    private static SearchResult search(SearchRequest request, WordQueries words, IndexSearcher searcher)
            throws IOException {
        var counts = new FacetCounts();
        var best = new BestMails(request, counts);
        searcher.search(Queries.of(request, words), best.oneByOne());
        return new SearchResult(
                new Reasons(request, words, searcher).hits(best.best()),
                best.total(),
                counts.counts(),
                Optional.empty());
    }

    private static Optional<String> corrected(SearchRequest request, IndexSearcher searcher) throws IOException {
        return new Spelling(searcher.getIndexReader()).correct(request.query());
    }

    @Override
    public void put(List<IndexedMail> mails) {
        with(generation -> {
            generation.put(mails);
            return true;
        });
    }

    @Override
    public void update(List<Message> changed) {
        with(generation -> {
            generation.update(changed);
            return true;
        });
    }

    @Override
    public void refresh(long change) {
        with(generation -> {
            generation.refresh(change);
            return true;
        });
    }

    @Override
    public long follows() {
        return with(Generation::follows);
    }

    @Override
    public long size() {
        return with(Generation::size);
    }

    @Override
    public void verify() {
        with(generation -> {
            generation.verify();
            return true;
        });
    }

    @Override
    public Rebuild rebuild() {
        try {
            return new NextGeneration(generations.next());
        } catch (IOException | RuntimeException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void close() {
        replacing.writeLock().lock();
        try {
            closed = true;
            var generation = current;
            current = null;
            if (generation != null) {
                generation.commitAndClose();
            }
        } catch (IOException | RuntimeException e) {
            // What was not committed is put again at the next start.
            LOG.warn("closing the index", e);
        } finally {
            replacing.writeLock().unlock();
        }
    }

    /** An index in the making, in a folder beside the present one. */
    private final class NextGeneration implements Rebuild {
        private final Path folder;
        private final Generation next;
        private boolean finished;

        NextGeneration(Path folder) throws IOException {
            this.folder = folder;
            this.next = Generation.create(folder);
        }

        @Override
        public void put(List<IndexedMail> mails) {
            try {
                next.put(mails);
            } catch (IOException | RuntimeException e) {
                throw Failures.of(e);
            }
        }

        @Override
        public void finish(long change) {
            replacing.writeLock().lock();
            try {
                next.finish(change);
                finished = true;
                dropFailed();
                current = next;
                failed = false;
                generations.dropOthers(folder);
            } catch (IOException | RuntimeException e) {
                throw Failures.of(e);
            } finally {
                replacing.writeLock().unlock();
            }
        }

        @Override
        public void close() {
            if (!finished) {
                try {
                    next.close();
                } catch (IOException | RuntimeException e) {
                    LOG.info("closing an unfinished index", e);
                }
                Generations.drop(folder);
            }
        }
    }
}
