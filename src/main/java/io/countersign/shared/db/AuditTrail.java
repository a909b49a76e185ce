package io.countersign.shared.db;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds rows to one person's audit log, for every feature that changes what is audited. Joins the running transaction. */
public final class AuditTrail {
    private static final int MAX_TEXT = 2000;

    private final Statements sql;
    private final String user;

    public AuditTrail(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    /** A row to be added; ids that don't apply are null. */
    public record Row(
            String event,
            @Nullable Long batch,
            @Nullable Long proposalId,
            @Nullable Long messageId,
            @Nullable Long policyId,
            String what,
            @Nullable String outcome) {
        /** A row about a policy, or about no record at all. */
        public static Row of(String event, @Nullable Long policyId, String what) {
            return new Row(event, null, null, null, policyId, what, null);
        }
    }

    /** Adds rows in this order. */
    public void add(Instant at, List<Row> rows) {
        sql.batch(
                "insert into audit_log (happened_at, user_id, event, batch_id, proposal_id, message_id, policy_id, what,"
                        + " outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                (to, row) -> to.add(at)
                        .add(user)
                        .add(row.event())
                        .add(row.batch())
                        .add(row.proposalId())
                        .add(row.messageId())
                        .add(row.policyId())
                        .add(Statements.fit(row.what(), MAX_TEXT))
                        .add(row.outcome() == null ? null : Statements.fit(row.outcome(), MAX_TEXT)));
    }
}
