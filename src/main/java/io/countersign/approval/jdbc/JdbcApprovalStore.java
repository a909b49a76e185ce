package io.countersign.approval.jdbc;

import io.countersign.approval.ApprovalStore;
import io.countersign.shared.db.Database;
import java.time.ZoneId;

/** Puts the repositories of one person together. */
public final class JdbcApprovalStore {
    private JdbcApprovalStore() {}

    /** All on one database; {@code zone} tells the days of the person apart. */
    public static ApprovalStore of(Database database, String user, ZoneId zone) {
        return new ApprovalStore(
                new JdbcProposalRepository(database, user),
                new JdbcProposalWriter(database, user),
                new JdbcDecisionRepository(database, user),
                new JdbcAutomaticLog(database, user),
                new JdbcEffectJournal(database),
                new JdbcLocalEntries(database, user),
                new JdbcAuditLog(database, user),
                new JdbcPolicyCounters(database, user, zone),
                new JdbcFeatureLog(database, user),
                new JdbcByHandLog(database, user),
                new JdbcPromotionShares(database));
    }
}
