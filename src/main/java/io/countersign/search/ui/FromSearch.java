package io.countersign.search.ui;

import io.countersign.search.Facet;
import io.countersign.search.SearchQuery;
import io.countersign.search.ui.ProposedNotice.Proposed;
import io.countersign.shared.task.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can be made of a search beyond looking at it. */
public interface FromSearch {
    /** Opens the editor with a policy for what this finds; nothing is stored. UI thread. */
    void makePolicy(String typed, SearchQuery query, Map<Facet, String> narrowed);

    /** The same, and at once what that policy would do to past mail. */
    void simulate(String typed, SearchQuery query, Map<Facet, String> narrowed);

    /** What can be proposed for mails that were found. */
    List<Offer> offers();

    /**
     * Makes pending proposals, one for each mail. Blocking.
     *
     * @param name of the label or folder, where the offer {@linkplain Offer#named needs one}
     * @param typed the search behind it
     * @throws java.util.concurrent.CancellationException when cancelled; then nothing was proposed
     */
    Proposed propose(Offer offer, String name, String typed, Collection<Long> messageIds, Progress progress);

    /**
     * An action that can be proposed.
     *
     * @param words what it does, as a button says it
     * @param named true where it needs a name, such as that of a label
     */
    record Offer(String id, String words, boolean named) {}
}
