package io.countersign.approval.jdbc;

import io.countersign.approval.AuditEntry;
import io.countersign.approval.AuditLog;
import io.countersign.shared.db.AuditTrail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.db.Statements.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit log in H2 or PostgreSQL. */
public final class JdbcAuditLog implements AuditLog {
    private static final RowReader<AuditEntry> ENTRY = row -> new AuditEntry(
            row.getLong("id"),
            Statements.instant(row, "happened_at"),
            row.getString("user_id"),
            row.getString("event"),
            id(row, "batch_id"),
            id(row, "proposal_id"),
            id(row, "message_id"),
            id(row, "policy_id"),
            row.getString("what"),
            Optional.ofNullable(row.getString("outcome")));

    private final Statements sql;
    private final AuditTrail trail;
    private final String user;

    public JdbcAuditLog(Database database, String user) {
        this.sql = new Statements(database);
        this.trail = new AuditTrail(database, user);
        this.user = user;
    }

    @Override
    public void add(Instant at, List<Line> lines) {
        trail.add(
                at,
                lines.stream()
                        .map(line -> new AuditTrail.Row(
                                line.event(),
                                line.batch(),
                                line.proposalId(),
                                line.messageId(),
                                line.policyId(),
                                line.what(),
                                line.outcome()))
                        .toList());
    }

    @Override
    public List<AuditEntry> newest(OptionalLong beforeId, int limit) {
        return sql.list(
                "select * from audit_log where user_id = ? and id < ? order by id desc limit ?",
                ENTRY,
                user,
                beforeId.orElse(Long.MAX_VALUE),
                limit);
    }

    @Override
    public List<AuditEntry> of(long messageId) {
        // That a proposal was made is told by the proposal itself; a line for each would bury what people did.
        var entries = new ArrayList<AuditEntry>(sql.list(
                "select 0 as id, created_at as happened_at, user_id, 'proposed' as event, cast(null as bigint) as batch_id,"
                        + " id as proposal_id, message_id, policy_id, policy_name as what, cast(null as varchar) as outcome"
                        + " from proposal where message_id = ? and user_id = ? order by created_at, proposal.id",
                ENTRY,
                messageId,
                user));
        entries.addAll(sql.list(
                "select * from audit_log where message_id = ? and user_id = ? order by id", ENTRY, messageId, user));
        return entries;
    }

    private static OptionalLong id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }
}
