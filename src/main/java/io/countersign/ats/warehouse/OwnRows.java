package io.countersign.ats.warehouse;

import io.countersign.ats.WarehouseRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Narrows what was read to the candidate that the person says they are. Pure. */
public final class OwnRows {
    private OwnRows() {}

    /**
     * The rows with one of these addresses, all under the first of them, and the rows without any; all rows when no address is
     * given.
     */
    public static List<WarehouseRow> of(List<WarehouseRow> rows, List<String> addresses) {
        if (addresses.isEmpty()) {
            return rows;
        }
        var own = addresses.stream().map(OwnRows::plain).collect(Collectors.toUnmodifiableSet());
        var first = plain(addresses.getFirst());
        return rows.stream()
                .filter(row -> row.email().isBlank() || own.contains(plain(row.email())))
                .map(row -> row.email().isBlank() ? row : under(first, row))
                .toList();
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    private static WarehouseRow under(String address, WarehouseRow row) {
        return new WarehouseRow(
                row.applicationId(),
                row.system(),
                row.company(),
                address,
                row.stage(),
                row.lastStageChange(),
                row.interviewDate(),
                row.role());
    }
}
