package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.mail.Address;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The proposal on the right: the newest choice wins, and what comes next is read ahead. UI thread only. */
final class DetailViewModel {
    private static final int KEPT = 16;

    private final DetailReader reader;
    private final Function<Throwable, String> reasons;
    private final NewestOnly readings;
    private final NewestOnly readingsAhead;
    private final ReadOnlyObjectWrapper<DetailState> state = new ReadOnlyObjectWrapper<>(new DetailState.Nothing());
    private final Map<Long, ProposalDetail> known = new LinkedHashMap<>();

    DetailViewModel(DetailReader reader, BackgroundTasks tasks, Function<Throwable, String> reasons) {
        this.reader = reader;
        this.reasons = reasons;
        readings = new NewestOnly(tasks);
        readingsAhead = new NewestOnly(tasks);
    }

    ReadOnlyObjectProperty<DetailState> state() {
        return state.getReadOnlyProperty();
    }

    /** Shows that row, at once when it was read ahead; then reads {@code next} ahead. */
    void show(PendingRow row, Optional<PendingRow> next) {
        var detail = known.get(row.id());
        if (detail == null) {
            if (!isShown(row)) {
                state.set(new DetailState.Reading(row));
            }
            readings.ask("approvals.reading", _ -> read(row), read -> ready(read, next), _ -> {});
        } else {
            readings.forget();
            ready(new DetailState.Ready(detail), next);
        }
    }

    /** What is there stays while it is read anew. */
    private boolean isShown(PendingRow row) {
        return state.get() instanceof DetailState.Ready(var detail)
                && detail.row().id() == row.id();
    }

    void showNothing() {
        readings.forget();
        state.set(new DetailState.Nothing());
    }

    /** What was read ahead about these senders is out of date. */
    void forget(Set<Address> senders) {
        known.values().removeIf(detail -> senders.contains(detail.row().from()));
    }

    /** What was read is out of date. */
    void forgetAll() {
        known.clear();
    }

    private void ready(DetailState read, Optional<PendingRow> next) {
        keep(read);
        state.set(read);
        next.filter(row -> !known.containsKey(row.id()))
                .ifPresent(row -> readingsAhead.ask("approvals.reading", _ -> read(row), this::keep, _ -> {}));
    }

    /** Runs on a worker. A failure is shown in place of the mail, so it is an answer and not an accident. */
    private DetailState read(PendingRow row) {
        try {
            return new DetailState.Ready(reader.read(row));
        } catch (RuntimeException e) {
            return new DetailState.Failed(row, reasons.apply(e));
        }
    }

    private void keep(DetailState read) {
        if (read instanceof DetailState.Ready(var detail)) {
            known.put(detail.row().id(), detail);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }
}
