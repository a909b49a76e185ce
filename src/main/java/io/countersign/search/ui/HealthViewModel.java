package io.countersign.search.ui;

import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Found;
import io.countersign.search.SearchDesk.IndexHealth;
import io.countersign.search.SearchFailure;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Pause;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the index is, said once: what was read and put away is not said again until it is different. Looked at again and again
 * while all is not well and somebody looks. UI thread only.
 */
final class HealthViewModel {
    private final SearchDesk desk;
    private final NewestOnly reading;
    private final Pause watching;
    private final Runnable onCaughtUp;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private Optional<SearchFailure.Kind> searched = Optional.empty();
    private Optional<SearchFailure.Kind> dismissed = Optional.empty();
    private Optional<SearchFailure.Kind> failure = Optional.empty();
    private Optional<IndexHealth> before = Optional.empty();
    private boolean watched;
    private boolean partly;

    /** What is worth a line. */
    sealed interface Notice {
        /** All is well. */
        record None() implements Notice {}

        /** The index cannot be asked, or not changed; {@code partly}: and there was no time to look at all mail. */
        record Failing(SearchFailure.Kind kind, boolean partly) implements Notice {}

        /** It is being built for the first time, so far with so many of all mails. */
        record Building(long mails, long all, boolean partly) implements Notice {}

        /** So many changes are not in it yet. */
        record Behind(long changes) implements Notice {}
    }

    /** {@code watching} is waited for before it is looked at again; {@code onCaughtUp} runs when what was missing is found. */
    HealthViewModel(SearchDesk desk, BackgroundTasks tasks, Pause watching, Runnable onCaughtUp) {
        this.desk = desk;
        this.watching = watching;
        this.onCaughtUp = onCaughtUp;
        reading = new NewestOnly(tasks);
    }

    /** Looks now, and whether somebody goes on looking. */
    void watch(boolean looking) {
        watched = looking;
        if (looking) {
            load();
        }
    }

    /** A search told how the index is. */
    void answered(Found found) {
        boolean cut = found.extent() == Extent.OUT_OF_TIME;
        if (!found.failure().equals(searched) || cut != partly) {
            searched = found.failure();
            partly = cut;
            load();
        }
    }

    /** The person has read it. */
    void dismiss() {
        dismissed = failure;
        notice.set(new Notice.None());
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void load() {
        reading.ask("search.health", _ -> desk.health(), this::read, _ -> {});
    }

    private void read(IndexHealth now) {
        failure = now.failure().or(() -> searched);
        if (failure.isEmpty()) {
            dismissed = Optional.empty(); // should it fail again, that is news
        }
        boolean lasts = before.filter(seen -> seen.behind() > 0).isPresent();
        notice.set(notice(now, lasts));
        before = Optional.of(now);
        if (lasts && now.behind() == 0) {
            onCaughtUp.run();
        }
        if (watched && (now.behind() > 0 || failure.isPresent())) {
            watching.then(this::lookAgain);
        }
    }

    /** What is taken in within moments is not worth a word. */
    private Notice notice(IndexHealth now, boolean lasts) {
        if (failure.filter(SearchFailure.Kind.UNBUILT::equals).isPresent()) {
            return new Notice.Building(now.mails(), now.mails() + now.behind(), partly);
        }
        if (failure.isPresent()) {
            return failure.equals(dismissed) && !partly ? new Notice.None() : new Notice.Failing(failure.get(), partly);
        }
        return now.behind() > 0 && lasts ? new Notice.Behind(now.behind()) : new Notice.None();
    }

    private void lookAgain() {
        if (watched) {
            load();
            if (searched.isPresent()) {
                onCaughtUp.run(); // whether a search works now only a search tells
            }
        }
    }
}
