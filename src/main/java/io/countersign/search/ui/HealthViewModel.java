package io.countersign.search.ui;

import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.IndexHealth;
import io.countersign.search.SearchFailure;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the index is, said once: what was read and put away is not said again until it is different. UI thread only. */
final class HealthViewModel {
    private final SearchDesk desk;
    private final NewestOnly reading;
    private final ReadOnlyObjectWrapper<Optional<IndexHealth>> health = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private Optional<SearchFailure.Kind> dismissed = Optional.empty();
    private Optional<SearchFailure.Kind> failure = Optional.empty();

    /** What is worth a line. */
    sealed interface Notice {
        /** All is well. */
        record None() implements Notice {}

        /** The index cannot be asked, or not changed. */
        record Failing(SearchFailure.Kind kind) implements Notice {}

        /** So many mails are not in it yet. */
        record Behind(long mails) implements Notice {}
    }

    HealthViewModel(SearchDesk desk, BackgroundTasks tasks) {
        this.desk = desk;
        reading = new NewestOnly(tasks);
    }

    void load() {
        reading.ask("search.health", _ -> desk.health(), this::read, _ -> {});
    }

    /** A search told how the index is; while it is behind or failing, each search looks how far it has come. */
    void answered(Optional<SearchFailure.Kind> why) {
        if (!why.equals(failure) || !(notice.get() instanceof Notice.None)) {
            failure = why;
            show();
            load();
        }
    }

    /** The person has read it. */
    void dismiss() {
        dismissed = failure;
        show();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<IndexHealth>> healthProperty() {
        return health.getReadOnlyProperty();
    }

    private void read(IndexHealth now) {
        health.set(Optional.of(now));
        failure = now.failure();
        show();
    }

    private void show() {
        if (failure.isEmpty()) {
            dismissed = Optional.empty(); // should it fail again, that is news
        }
        long behind = health.get().map(IndexHealth::behind).orElse(0L);
        notice.set(
                failure.isPresent() && !failure.equals(dismissed)
                        ? new Notice.Failing(failure.get())
                        : behind > 0 && failure.isEmpty() ? new Notice.Behind(behind) : new Notice.None());
    }
}
