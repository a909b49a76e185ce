package io.countersign.approval.jdbc;

import io.countersign.approval.ApprovalStore;
import io.countersign.shared.db.Database;
import java.time.ZoneId;

/** Puts the repositories of one person together. */
public final class JdbcApprovalStore {
    private JdbcApprovalStore() {}

    /** All on one database; {@code zone} tells the days of the person apart. */
    public static ApprovalStore of(Database database, String user, ZoneId zone) {
        var counters = new JdbcPolicyCounters(database, user, zone);
        return new ApprovalStore(
                new JdbcProposalRepository(database, user),
                new JdbcProposalWriter(database, user),
                new JdbcDecisionRepository(database, user),
                new JdbcAutomaticLog(database, user),
                new JdbcEffectJournal(database),
                new JdbcLocalEntries(database, user),
                new JdbcAuditLog(database, user),
                counters,
                new JdbcRequestLog(database, user, counters),
                new JdbcFeatureLog(database, user),
                new JdbcByHandLog(database, user),
                new JdbcPromotionShares(database));
    }
}
