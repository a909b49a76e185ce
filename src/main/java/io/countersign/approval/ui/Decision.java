package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What one press of a key decided, from that moment until it is carried out or taken back. UI thread only. */
final class Decision {
    /** What was pressed. */
    enum Kind {
        APPROVE,
        REJECT,
        ALWAYS
    }

    private final Kind kind;
    private final List<PendingRow> rows;
    private final int load;
    private OptionalLong batch = OptionalLong.empty();
    private boolean refused;

    /** A decision on {@code rows} as they were in that load of the list. */
    Decision(Kind kind, List<PendingRow> rows, int load) {
        this.kind = kind;
        this.rows = List.copyOf(rows);
        this.load = load;
    }

    Kind kind() {
        return kind;
    }

    List<PendingRow> rows() {
        return rows;
    }

    int load() {
        return load;
    }

    Set<Long> ids() {
        return rows.stream().map(PendingRow::id).collect(Collectors.toUnmodifiableSet());
    }

    /** What to undo it by; empty until it is committed, and where the newest batch is meant. */
    OptionalLong batch() {
        return batch;
    }

    void committedAs(long batch) {
        this.batch = OptionalLong.of(batch);
    }

    /** True when nothing was committed. */
    boolean isRefused() {
        return refused;
    }

    void refuse() {
        refused = true;
    }
}
