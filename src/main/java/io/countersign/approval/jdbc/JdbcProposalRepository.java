package io.countersign.approval.jdbc;

import io.countersign.approval.Decidable;
import io.countersign.approval.Earlier;
import io.countersign.approval.Earlier.Ruling;
import io.countersign.approval.PendingRow;
import io.countersign.approval.Proposal;
import io.countersign.approval.ProposalKey;
import io.countersign.approval.ProposalRepository;
import io.countersign.approval.ProposalStatus;
import io.countersign.approval.Scoring;
import io.countersign.mail.Address;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.db.Statements.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads proposals from H2 or PostgreSQL. */
public final class JdbcProposalRepository implements ProposalRepository {
    private static final String FULL = "select p.*, r.rationale from proposal p"
            + " join proposal_rationale r on r.proposal_id = p.id where p.user_id = ? ";
    /** The columns of {@link #decidable()}. */
    static final String DECIDABLE =
            "select id, message_id, policy_id, policy_version, action, params, from_name, from_email,"
                    + " confidence, prior, features from proposal ";

    private static final String PENDING = "and p.status = 'pending'";
    private static final int MANY = 2000;

    private final Statements sql;
    private final String user;
    private final RationaleJson rationales = new RationaleJson();

    public JdbcProposalRepository(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public List<PendingRow> pending(Scoring scoring) {
        return sql.list(
                "select id, message_id, from_name, from_email, subject, received_at, policy_id, policy_name, action, params,"
                        + " confidence, prior, features from proposal where user_id = ? and status = 'pending'",
                pendingRow(new ActionColumns(), scoring),
                user);
    }

    @Override
    public List<Proposal> pending(Collection<Long> ids) {
        if (ids.size() > MANY) {
            // Reading them all takes less time than asking for each.
            var wanted = Set.copyOf(ids);
            return sql.list(FULL + PENDING, proposal(), user).stream()
                    .filter(one -> wanted.contains(one.id()))
                    .toList();
        }
        return sql.list(FULL + PENDING + " and p.id = any(?)", proposal(), user, ids);
    }

    @Override
    public long pendingCount() {
        return sql.number("select count(*) from proposal where user_id = ? and status = 'pending'", user);
    }

    @Override
    public Optional<Proposal> find(long id) {
        return sql.first(FULL + "and p.id = ?", proposal(), user, id);
    }

    @Override
    public List<Proposal> forMessage(long messageId) {
        return sql.list(FULL + "and p.message_id = ? order by p.id desc", proposal(), user, messageId);
    }

    @Override
    public List<Decidable> decidable(Collection<Long> ids) {
        return sql.list(
                DECIDABLE + "where id = any(?) and user_id = ? and status = 'pending' order by id",
                decidable(),
                ids,
                user);
    }

    @Override
    public Map<ProposalKey, Earlier> earlier(Collection<Long> messageIds) {
        var actions = new ActionColumns();
        var found = new HashMap<ProposalKey, Earlier>();
        // The person is told apart here: with user_id in the condition H2 takes the index of the tray and reads it
        // whole.
        sql.list(
                "select p.id, p.user_id, p.message_id, p.status, p.policy_id, p.policy_version, p.message_version,"
                        + " p.action, p.params, b.decided_at, d.policy_id as rejected_policy_id, d.decided_at as rejected_at"
                        + " from proposal p left join batch b on b.id = p.batch_id"
                        + " left join decision d on d.batch_id = p.rejected_in and d.proposal_id = p.id"
                        + " and d.undone_at is null where p.message_id = any(?)",
                row -> !row.getString("user_id").equals(user) || found.put(key(row, actions), earlier(row)) == null,
                messageIds);
        return found;
    }

    @Override
    public Optional<Instant> policyChangedAt(long policyId) {
        return sql.first(
                "select changed_at from policy_version where policy_id = ? and revises order by version desc limit 1",
                row -> Statements.instant(row, "changed_at"),
                policyId);
    }

    @Override
    public Map<Long, Long> unseen(int limit) {
        var mails = new HashMap<Long, Long>();
        sql.list(
                "select id, message_id from proposal where user_id = ? and status = 'pending' and features is null limit ?",
                row -> mails.put(row.getLong(1), row.getLong(2)) == null,
                user,
                limit);
        return mails;
    }

    private static RowReader<PendingRow> pendingRow(ActionColumns actions, Scoring scoring) {
        var names = new HashMap<String, String>();
        var seen = new FeatureColumn();
        return row -> new PendingRow(
                row.getLong(1),
                row.getLong(2),
                new Address(row.getString(3), row.getString(4)),
                row.getString(5),
                Statements.instant(row, "received_at"),
                row.getLong(7),
                names.computeIfAbsent(row.getString(8), name -> name),
                actions.action(row.getString(9), row.getString(10)),
                confidence(row, seen.features(row.getString("features")), scoring));
    }

    private static double confidence(ResultSet row, List<String> features, Scoring scoring) throws SQLException {
        return features.isEmpty()
                ? row.getDouble("confidence")
                : scoring.confidence(row.getString("action"), row.getDouble("prior"), features);
    }

    static RowReader<Decidable> decidable() {
        var actions = new ActionColumns();
        var seen = new FeatureColumn();
        return row -> new Decidable(
                row.getLong("id"),
                row.getLong("message_id"),
                row.getLong("policy_id"),
                row.getInt("policy_version"),
                actions.action(row.getString("action"), row.getString("params")),
                new Address(row.getString("from_name"), row.getString("from_email")),
                row.getDouble("confidence"),
                row.getDouble("prior"),
                seen.features(row.getString("features")));
    }

    private static ProposalKey key(ResultSet row, ActionColumns actions) throws SQLException {
        return new ProposalKey(
                row.getLong("message_id"), actions.action(row.getString("action"), row.getString("params")));
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                row.getLong("id"),
                status(row),
                row.getLong("policy_id"),
                row.getInt("policy_version"),
                row.getInt("message_version"),
                ruling(row));
    }

    private static Optional<Ruling> ruling(ResultSet row) throws SQLException {
        if (status(row) == ProposalStatus.PENDING) {
            long rejectedPolicy = row.getLong("rejected_policy_id");
            return Statements.optionalInstant(row, "rejected_at").map(at -> new Ruling(rejectedPolicy, false, at));
        }
        long policy = row.getLong("policy_id");
        boolean approved = status(row) != ProposalStatus.REJECTED;
        return Statements.optionalInstant(row, "decided_at").map(at -> new Ruling(policy, approved, at));
    }

    private RowReader<Proposal> proposal() {
        var actions = new ActionColumns();
        return row -> new Proposal(
                row.getLong("id"),
                row.getInt("version"),
                status(row),
                row.getLong("message_id"),
                row.getLong("policy_id"),
                row.getString("policy_name"),
                actions.action(row.getString("action"), row.getString("params")),
                row.getDouble("confidence"),
                rationales.read(row.getString("rationale")),
                Statements.instant(row, "created_at"),
                Optional.ofNullable(row.getString("failure")));
    }

    private static ProposalStatus status(ResultSet row) throws SQLException {
        return ProposalStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }
}
