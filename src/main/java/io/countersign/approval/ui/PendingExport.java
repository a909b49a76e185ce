package io.countersign.approval.ui;

import io.countersign.approval.PendingRow;
import io.countersign.shared.ui.TableExport;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Writes the proposals of the list into a file. UI thread only. */
final class PendingExport {
    private final TableExport export;
    private final ApprovalWords words;
    private final Clock clock;

    PendingExport(WindowPorts ports, ApprovalWords words, Clock clock) {
        export = new TableExport(ports, "approvals");
        this.words = words;
        this.clock = clock;
    }

    /** Asks where to, then writes these in their order; does nothing while it does or when there are none. */
    void ask(List<PendingRow> rows) {
        if (!rows.isEmpty()) {
            var table = PendingCsv.table(clock.getZone(), words);
            export.ask("proposals-" + LocalDate.now(clock) + ".csv", (file, progress) -> {
                table.save(rows, file, progress);
                return rows.size();
            });
        }
    }
}
