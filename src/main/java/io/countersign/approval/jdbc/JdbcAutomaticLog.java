package io.countersign.approval.jdbc;

import io.countersign.approval.AutomaticLog;
import io.countersign.approval.Decidable;
import io.countersign.approval.DecisionRepository.Decision;
import io.countersign.approval.trust.TrustRecord.Acting;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The table {@code automatic_decision} and its batches in H2 or PostgreSQL. */
public final class JdbcAutomaticLog implements AutomaticLog {
    private final Statements sql;
    private final String user;

    public JdbcAutomaticLog(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public List<Decidable> candidates(Acting acting) {
        // Every decision, and every undo, raises the version of a proposal: 0 means that nobody ever decided about it.
        return sql.list(
                JdbcProposalRepository.DECIDABLE + "where policy_id = ? and user_id = ? and status = 'pending'"
                        + " and version = 0 and policy_version >= ? and created_at >= ? order by id",
                JdbcProposalRepository.decidable(),
                acting.policy().id(),
                user,
                acting.fromVersion(),
                acting.since());
    }

    @Override
    public long open(Instant at, Acting acting, Map<String, Integer> byAction) {
        return sql.insert(
                "insert into batch (user_id, decided_at, approve, by_action, failed, carried_out, acting_policy_id,"
                        + " acting_policy_name) values (?, ?, true, ?, 0, false, ?, ?)",
                user,
                at,
                JdbcDecisionRepository.lines(byAction),
                acting.policy().id(),
                acting.policy().name());
    }

    @Override
    public void add(long batch, Instant at, List<Decision> decisions) {
        sql.batch(
                "insert into automatic_decision (batch_id, proposal_id, user_id, decided_at, policy_id, policy_version,"
                        + " message_id, action, sender, confidence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decisions,
                (to, one) -> to.add(batch)
                        .add(one.proposalId())
                        .add(user)
                        .add(at)
                        .add(one.policyId())
                        .add(one.policyVersion())
                        .add(one.messageId())
                        .add(one.action())
                        .add(JdbcDecisionRepository.sender(one.sender()))
                        .add(one.confidence()));
    }

    @Override
    public List<Decision> standing(long batch) {
        return sql.list(
                "select * from automatic_decision where batch_id = ? and user_id = ? and undone_at is null"
                        + " order by proposal_id",
                row -> new Decision(
                        row.getLong("proposal_id"),
                        row.getLong("message_id"),
                        row.getLong("policy_id"),
                        row.getInt("policy_version"),
                        row.getString("action"),
                        row.getString("sender"),
                        row.getDouble("confidence"),
                        List.of()),
                batch,
                user);
    }

    @Override
    public void undo(long batch, Collection<Long> proposalIds, Instant at) {
        sql.batch(
                "update automatic_decision set undone_at = ? where batch_id = ? and proposal_id = ?",
                proposalIds,
                (to, proposal) -> to.add(at).add(batch).add(proposal));
    }

    @Override
    public void rejectedBy(long rejections, long takenBack) {
        sql.update("update batch set taken_back = ? where id = ?", takenBack, rejections);
    }
}
