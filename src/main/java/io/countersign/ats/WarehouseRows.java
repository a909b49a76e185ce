package io.countersign.ats;

import java.util.List;

/** What was read from a warehouse. Blocking and thread-safe. */
public interface WarehouseRows {
    /**
     * A row.
     *
     * @param number stays the same for a system's application however often it is read; never given to another one
     */
    record Numbered(long number, WarehouseRow row) {}

    /** All rows of the newest reading, by rising number. */
    List<Numbered> all();

    /** Replaces all rows, or none when it fails. */
    void replace(List<WarehouseRow> rows);
}
