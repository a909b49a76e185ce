package io.countersign.app;

import io.countersign.mail.MailImport;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.IndexCheck;
import io.countersign.search.IndexFollower;
import io.countersign.search.IndexedImport;
import io.countersign.search.LazyIndex;
import io.countersign.search.MeaningSearch;
import io.countersign.search.SavedSearches;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchService;
import io.countersign.search.TextsAtHand;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything about finding mail. The index is opened when it is first used. */
final class SearchParts implements AutoCloseable {
    private final LazyIndex index;
    private final IndexCatchUp catchUp;
    private final SearchService desk;
    private final IndexCheck check;
    private final IndexFollower follower;
    private final TextsAtHand atHand;
    private final Optional<MeaningParts> meaning;
    private volatile boolean following;

    /**
     * @param atHand what imports hand over
     * @param afterwards what else follows mail while the window is open; runs once the index has taken a change in
     */
    SearchParts(
            Engines engines,
            SearchService.Mails mails,
            SavedSearches saved,
            TextsAtHand atHand,
            Consumer<Progress> afterwards,
            Clock clock) {
        this.atHand = atHand;
        index = new LazyIndex(engines::open);
        catchUp = new IndexCatchUp(index, mails.log(), mails.messages(), mails.reader(), atHand);
        meaning = engines.meanings().map(folder -> new MeaningParts(folder, index, mails));
        desk = new SearchService(
                new SearchService.Engine(engines.name(), index, catchUp),
                mails,
                saved,
                meaning.map(MeaningParts::search).orElseGet(MeaningSearch::none),
                clock);
        check = new IndexCheck(index, mails.log(), mails.messages(), clock);
        Consumer<Progress> prepared = desk::prepare;
        follower = new IndexFollower(mails.log(), catchUp, prepared.andThen(afterwards));
    }

    SearchService desk() {
        return desk;
    }

    IndexCatchUp catchUp() {
        return catchUp;
    }

    /** Brings the index up to date unless it follows mail by itself; returns how many mails it was given. */
    long catchUpUnlessFollowing(Progress progress) {
        return following ? 0 : catchUp.run(progress);
    }

    /** Search by meaning, where it is on. */
    Optional<MeaningParts> meaning() {
        return meaning;
    }

    IndexCheck check() {
        return check;
    }

    /** The index follows changed mail from now on, until this is closed; so does what is found by meaning. */
    void follow() {
        following = true;
        follower.start();
        meaning.ifPresent(MeaningParts::follow);
    }

    /** An import after which the index is up to date; where it cannot be, {@code warnings} hears of it and the next search tries again. */
    MailImport indexing(MailImport imports, Consumer<String> warnings) {
        return new IndexedImport(imports, catchUp, atHand, failure -> warnings.accept(warning(failure)));
    }

    /** The same, unless the index follows mail by itself. */
    MailImport indexingUnlessFollowing(MailImport imports, Consumer<String> warnings) {
        return following ? imports : indexing(imports, warnings);
    }

    /** Brings the index up to date; where that fails, says so and leaves it for later. */
    void catchUp(Progress progress, Consumer<String> warnings) {
        try {
            catchUp.run(progress);
        } catch (SearchFailure e) {
            warnings.accept(warning(e));
        }
    }

    private static String warning(SearchFailure failure) {
        return "The mail is stored; the search index is not up to date yet: " + failure.getMessage();
    }

    /** The desk of a command that finds mail by meaning too: encodes what is not encoded yet, once. */
    SearchService deskWithMeaning(Progress progress, Consumer<String> warnings) {
        meaning.ifPresent(parts -> parts.catchUp(progress, warnings));
        return desk;
    }

    /** Stops following first, then closes the index. */
    @Override
    public void close() {
        follower.close();
        meaning.ifPresent(MeaningParts::close);
        index.close();
    }
}
