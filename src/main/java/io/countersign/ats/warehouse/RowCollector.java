package io.countersign.ats.warehouse;

import io.countersign.ats.WarehouseRow;
import io.countersign.shared.CountersignException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the rows of one reading. Where a view tells of an application several times (it joins mails, or keeps its history)
 * the newest stage counts, between equals the later line.
 */
public final class RowCollector {
    /** More are refused: that is no longer one person's search. */
    public static final int MOST_ROWS = 100_000;

    private final String source;
    private final Map<Key, WarehouseRow> rows = new LinkedHashMap<>();
    private int lines;

    private record Key(String system, String applicationId) {}

    public RowCollector(String source) {
        this.source = source;
    }

    /**
     * Adds a row.
     *
     * @throws CountersignException.Invalid when there are too many
     */
    public void add(WarehouseRow row) {
        lines++;
        if (lines > MOST_ROWS) {
            throw new CountersignException.Invalid(
                    source,
                    "It has more than 100,000 rows. Keep only your own applications in it. Nothing was imported.");
        }
        rows.merge(new Key(row.system(), row.applicationId()), row, RowCollector::newer);
    }

    private static WarehouseRow newer(WarehouseRow known, WarehouseRow row) {
        return changed(row).isBefore(changed(known)) ? known : row;
    }

    private static Instant changed(WarehouseRow row) {
        return row.lastStageChange().orElse(Instant.MIN);
    }

    /** What was added, in the order of the source. */
    public List<WarehouseRow> rows() {
        return List.copyOf(rows.values());
    }
}
