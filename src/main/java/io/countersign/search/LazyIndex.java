package io.countersign.search;

import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An index that is opened when it is first used, and asked again later where that failed. Thread-safe. */
public final class LazyIndex implements SearchIndex {
    private final Supplier<SearchIndex> opener;
    private @Nullable SearchIndex opened;
    private boolean closed;

    /** @param opener throws {@link SearchFailure} when it cannot be opened now */
    public LazyIndex(Supplier<SearchIndex> opener) {
        this.opener = opener;
    }

    private synchronized SearchIndex index() {
        if (closed) {
            throw new SearchFailure(
                    SearchFailure.Kind.UNREACHABLE, "the index was closed", new IllegalStateException("closed"));
        }
        var index = opened;
        if (index == null) {
            index = opener.get();
            opened = index;
        }
        return index;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return index().search(request);
    }

    @Override
    public List<Long> matches(SearchRequest request, int most, Progress progress) {
        return index().matches(request, most, progress);
    }

    @Override
    public void put(List<IndexedMail> mails) {
        index().put(mails);
    }

    @Override
    public void update(List<Message> changed) {
        index().update(changed);
    }

    @Override
    public void refresh(long change) {
        index().refresh(change);
    }

    @Override
    public long follows() {
        return index().follows();
    }

    @Override
    public long size() {
        return index().size();
    }

    @Override
    public void verify() {
        index().verify();
    }

    @Override
    public Rebuild rebuild() {
        return index().rebuild();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
