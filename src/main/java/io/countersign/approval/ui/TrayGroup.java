package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The proposals of one group in their order. Filled on a worker, then owned by the UI thread. */
final class TrayGroup {
    private final String key;
    private final Comparator<PendingRow> order;
    private final List<PendingRow> rows = new ArrayList<>();
    private boolean oneAction = true;
    private boolean collapsed;

    /** {@code order} says where a row belongs that is put back. */
    TrayGroup(String key, Comparator<PendingRow> order) {
        this.key = key;
        this.order = order;
    }

    String key() {
        return key;
    }

    Comparator<PendingRow> order() {
        return order;
    }

    List<PendingRow> rows() {
        return rows;
    }

    boolean isCollapsed() {
        return collapsed;
    }

    void collapse(boolean collapsed) {
        this.collapsed = collapsed;
    }

    /** Lines that it takes in the list, its header included. */
    int height() {
        return collapsed ? 1 : rows.size() + 1;
    }

    void append(PendingRow row) {
        oneAction = oneAction && (rows.isEmpty() || rows.getFirst().action().equals(row.action()));
        rows.add(row);
    }

    /** Puts a row where it belongs; returns its place. */
    int insert(PendingRow row) {
        int found = Collections.binarySearch(rows, row, order);
        if (found >= 0) {
            return found;
        }
        oneAction = oneAction && (rows.isEmpty() || rows.getFirst().action().equals(row.action()));
        rows.add(-found - 1, row);
        return -found - 1;
    }

    TrayLine.Header header() {
        return new TrayLine.Header(key, rows.getFirst(), rows.size(), oneAction, collapsed);
    }
}
