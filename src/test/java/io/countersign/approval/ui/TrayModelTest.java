package io.countersign.approval.ui;

import static io.countersign.approval.SampleRows.row;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.mail.InMemoryMail;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.DirectTasks;
import io.countersign.shared.task.HeldTasks;
import java.util.List;

/** The model of the tray on approvals, trust and mail in memory. */
abstract class TrayModelTest {
    final InMemoryApprovals stored = new InMemoryApprovals();
    private final InMemoryTrust trust = new InMemoryTrust();
    final InMemoryMail mail = new InMemoryMail();
    final RecordingNotices notices = new RecordingNotices();
    final HeldTasks held = new HeldTasks();

    ApprovalsViewModel model(BackgroundTasks tasks) {
        return new ApprovalsViewModel(
                stored,
                new TrustPorts(trust, trust),
                new DetailReader(stored, mail, mail, EarlierApplications.none()),
                RowFilter.words(),
                tasks,
                notices);
    }

    /** Two proposals of each of two policies, the first of them chosen. */
    ApprovalsViewModel loaded() {
        stored.add(row(1, "Nordmann", "Rain jackets", 1, 0.96));
        stored.add(row(2, "Kaffeewerk", "Coupon", 1, 0.94));
        stored.add(row(3, "Digest", "Issue 212", 2, 0.84));
        stored.add(row(4, "Nordmann", "Boots", 2, 0.71));
        var model = model(new DirectTasks());
        model.load();
        return model;
    }

    static List<String> lines(ApprovalsViewModel model) {
        return model.lines().stream()
                .map(line -> switch (line) {
                    case TrayLine.Header header -> header.key() + " (" + header.count() + ")";
                    case TrayLine.Entry(var row) -> String.valueOf(row.id());
                })
                .toList();
    }

    static long current(ApprovalsViewModel model) {
        return model.cursor().current().get() instanceof TrayLine.Entry(var row) ? row.id() : -1;
    }
}
