package io.countersign.approval;

import io.countersign.mail.DetectorUpgrade;
import io.countersign.shared.task.Progress;

/** Better detectors look at all mail again, then the policies do. Blocking. */
public final class ProposingUpgrade {
    private final DetectorUpgrade upgrade;
    private final Approvals approvals;

    public ProposingUpgrade(DetectorUpgrade upgrade, Approvals approvals) {
        this.upgrade = upgrade;
        this.approvals = approvals;
    }

    /** Does it where it is due; returns how many mails were looked at, 0 when it was not due. */
    public long runIfDue(Progress progress) {
        if (!upgrade.isDue()) {
            return 0;
        }
        long examined = upgrade.run(progress).examined();
        approvals.propose(_ -> true, Long.MAX_VALUE, false, progress);
        return examined;
    }
}
