package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;

/** One line of the flattened list: the header of a group, or a proposal in it. Made on demand, compared by content. */
public sealed interface TrayLine {
    /**
     * The header of a group.
     *
     * @param key tells groups apart
     * @param first its best proposal, which lends the group its name
     * @param count proposals in it, hidden ones included
     * @param oneAction true when all of them would do the same
     */
    record Header(String key, PendingRow first, int count, boolean oneAction, boolean collapsed) implements TrayLine {}

    /** A proposal. */
    record Entry(PendingRow row) implements TrayLine {}
}
