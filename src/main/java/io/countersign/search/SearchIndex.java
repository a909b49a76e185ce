package io.countersign.search;

import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.List;

/**
 * An index of mail that can be rebuilt from the database at any time and is never read for a decision. It says how far it
 * follows the log of changes ({@link io.countersign.mail.MailChanges}); what it is given again it replaces. Blocking and
 * thread-safe. Every method throws {@link SearchFailure} when the engine cannot do it now.
 */
public interface SearchIndex extends AutoCloseable {
    /**
     * The best mails for a request, and what there is of it in all. By relevance, where there is room, it is followed by mails that
     * have words of the query in other forms; these are the answer where the words find nothing together as they stand.
     */
    SearchResult search(SearchRequest request);

    /**
     * Everything that {@link #search} counts for a request, whatever its limit: at most {@code most} mails, the greatest ids first.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    List<Long> matches(SearchRequest request, int most, Progress progress);

    /** Adds mails, or replaces them whole. */
    void put(List<IndexedMail> mails);

    /** Replaces the state and the understanding of mails that were put before; others are left out. */
    void update(List<Message> changed);

    /** Makes everything so far visible to searches; the index now follows the log up to {@code change}. */
    void refresh(long change);

    /** The number of the last change that it has taken in; smaller again after a failure or a crash; 0 for a new index. */
    long follows();

    /** How many mails are in it. */
    long size();

    /** Reads all of it; a failure of the kind {@code BROKEN} says that it is damaged. */
    default void verify() {}

    /** Begins an index from scratch; the present one answers and takes changes until the new one is {@linkplain Rebuild#finish finished}. */
    Rebuild rebuild();

    @Override
    void close();

    /** A new index in the making; closing it unfinished drops it. */
    interface Rebuild extends AutoCloseable {
        void put(List<IndexedMail> mails);

        /** Searches use the new index from now on, which follows the log up to {@code change}. */
        void finish(long change);

        @Override
        void close();
    }
}
