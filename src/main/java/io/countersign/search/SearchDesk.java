package io.countersign.search;

import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that finding mail offers to a person. Blocking and thread-safe. */
public interface SearchDesk {
    /** Finds mail; where the index cannot answer, by subject, preview and people only, and says so. */
    Found find(Wanted wanted);

    /**
     * Everything that {@link #find} counts, not only what can be listed; where the index cannot answer, what the database finds,
     * however long that takes.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    Matches matches(Wanted wanted, Progress progress);

    /** Where the words of a query stand in a mail, for the lines below its subject. */
    Snippet snippet(SearchQuery query, long messageId);

    /** How what is being typed may go on, best first; at most a dozen. */
    List<Completion> complete(String typed, int caret);

    /** In the order in which the person arranged them. */
    List<SavedSearch> saved();

    /** Keeps a search under a name; one of that name is replaced. */
    SavedSearch save(String name, String query, SearchRequest.Mode mode);

    void forget(long savedSearch);

    IndexHealth health();

    /**
     * What a person asks for.
     *
     * @param typed the query as it stands in the field
     * @param beingTyped its last word may go on
     */
    record Wanted(
            String typed,
            boolean beingTyped,
            SearchRequest.Mode mode,
            SearchRequest.Order order,
            Map<Facet, String> narrowed,
            int limit) {
        public Wanted {
            narrowed = Map.copyOf(narrowed);
        }
    }

    /**
     * All mails that were found, those that came last first.
     *
     * @param more true where there are more than {@link #MOST}, which are not among them
     */
    record Matches(List<Long> ids, boolean more) {
        /** So many at most are given at once. */
        public static final int MOST = 100_000;

        public Matches {
            ids = List.copyOf(ids);
        }
    }

    /** How much of the mail was looked at for an answer. */
    enum Extent {
        /** All of it. */
        WHOLE,
        /** Newest first, until as many were found as were wanted. */
        ENOUGH,
        /** Newest first, until there was no more time: older mail may match too. */
        OUT_OF_TIME
    }

    /**
     * What was found.
     *
     * @param hits the best of all mails that match, with the mails as they are stored now
     * @param similar mails that do not match but mean about the same, or have other forms of the words: to be shown as such, and never counted, exported or acted on
     * @param total how many match; unless all mail was looked at, there may be more
     * @param failure why the index could not be asked, if so
     */
    record Found(
            SearchQuery query,
            List<Hit> hits,
            List<Hit> similar,
            long total,
            Map<Facet, List<SearchResult.Count>> facets,
            Optional<String> didYouMean,
            Optional<SearchFailure.Kind> failure,
            Extent extent) {
        public Found {
            hits = List.copyOf(hits);
            similar = List.copyOf(similar);
            facets = Map.copyOf(facets);
        }

        /** Found in the index, which knows all mail. */
        public Found(
                SearchQuery query,
                List<Hit> hits,
                List<Hit> similar,
                long total,
                Map<Facet, List<SearchResult.Count>> facets,
                Optional<String> didYouMean,
                Optional<SearchFailure.Kind> failure) {
            this(query, hits, similar, total, facets, didYouMean, failure, Extent.WHOLE);
        }

        /** Hits and similar mails in the one order of their scores; of equal ones, hits first. */
        public List<Hit> all() {
            return similar.isEmpty()
                    ? hits
                    : Stream.concat(hits.stream(), similar.stream())
                            .sorted(Comparator.comparingDouble(Hit::score).reversed())
                            .toList();
        }
    }

    /** A mail that was found. */
    record Hit(Message mail, double score, List<SearchHit.Reason> reasons) {
        public Hit {
            reasons = List.copyOf(reasons);
        }
    }

    /** A piece of a mail's text, one line, and where words of the query stand in it and in the subject. */
    record Snippet(String text, List<Range> marks, List<Range> subjectMarks) {
        public Snippet {
            marks = List.copyOf(marks);
            subjectMarks = List.copyOf(subjectMarks);
        }
    }

    /** Characters from {@code start} to before {@code end}. */
    record Range(int start, int end) {}

    /**
     * How a query may go on.
     *
     * @param text what replaces the characters of {@code replaced}
     * @param kind what it is: an operator, or a value of one
     */
    record Completion(String text, Range replaced, Kind kind, long mails) {
        /** What is completed. */
        public enum Kind {
            OPERATOR,
            PERSON,
            LABEL,
            CATEGORY,
            STAGE,
            WORD
        }
    }

    /** A search that was kept. */
    record SavedSearch(long id, String name, String query, SearchRequest.Mode mode) {}

    /**
     * How the index is.
     *
     * @param mails in it; of one that is being built for the first time those it has by now
     * @param behind changes that it has not taken in yet; mails where it cannot be asked or is being built for the first time
     */
    record IndexHealth(String engine, long mails, long behind, Optional<SearchFailure.Kind> failure) {}
}
