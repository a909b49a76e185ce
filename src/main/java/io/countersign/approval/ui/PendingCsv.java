package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.shared.text.CsvTable;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Pending proposals as a table for other programs. */
final class PendingCsv {
    private static final List<String> COLUMNS =
            List.of("date", "from_name", "from_address", "subject", "action", "does", "policy", "confidence");

    private PendingCsv() {}

    /** Dates with the offset of a zone; what an action does in the person's words, how sure it is from 0 to 1. */
    static CsvTable<PendingRow> table(ZoneId zone, ApprovalWords words) {
        return new CsvTable<>(COLUMNS, ',', false, row -> cells(row, zone, words));
    }

    private static List<String> cells(PendingRow row, ZoneId zone, ApprovalWords words) {
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.receivedAt().atZone(zone)),
                CsvTable.neutral(row.from().name()),
                CsvTable.neutral(row.from().email()),
                CsvTable.neutral(row.subject()),
                row.action().id(),
                CsvTable.neutral(words.action(row.action())),
                CsvTable.neutral(row.policyName()),
                String.format(Locale.ROOT, "%.4f", row.confidence()));
    }
}
