package io.countersign.approval;

import io.countersign.mail.DetectorUpgrade;
import io.countersign.shared.task.Progress;
import java.util.function.Consumer;

/** Better detectors look at all mail again, then the policies do. Blocking. */
public final class ProposingUpgrade {
    private final DetectorUpgrade upgrade;
    private final Consumer<Progress> enrichment;
    private final Approvals approvals;

    /** @param enrichment runs between both: it adds to mail what needs more than one mail */
    public ProposingUpgrade(DetectorUpgrade upgrade, Consumer<Progress> enrichment, Approvals approvals) {
        this.upgrade = upgrade;
        this.enrichment = enrichment;
        this.approvals = approvals;
    }

    /** Does it where it is due; returns how many mails were looked at, 0 when it was not due. */
    public long runIfDue(Progress progress) {
        if (!upgrade.isDue()) {
            return 0;
        }
        long examined = upgrade.run(progress).examined();
        enrichment.accept(progress);
        approvals.propose(_ -> true, Long.MAX_VALUE, false, progress);
        return examined;
    }
}
