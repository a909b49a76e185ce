package io.countersign.policy.jdbc;

import io.countersign.policy.ActionCodec;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyJson;
import io.countersign.policy.PolicyRepository;
import io.countersign.policy.PolicyVersion;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.AuditTrail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Policies in H2 or PostgreSQL, with every state that they ever had, and an audit line for each change. */
public final class JdbcPolicyRepository implements PolicyRepository {
    private static final String COLUMNS =
            "name, reason, enabled, priority, condition_json, action, params, confidence_threshold, include_protected";
    private static final String PLACES = COLUMNS.replaceAll("[^,]+", "?");

    private final Statements sql;
    private final AuditTrail audit;
    private final Clock clock;
    private final PolicyJson json = new PolicyJson();
    private final ActionCodec actions = new ActionCodec();

    /** {@code user}: whose audit log tells of changes. */
    public JdbcPolicyRepository(Database database, Clock clock, String user) {
        this.sql = new Statements(database);
        this.audit = new AuditTrail(database, user);
        this.clock = clock;
    }

    @Override
    public List<Policy> all() {
        return sql.list("select * from policy order by priority, id", this::policy);
    }

    @Override
    public Optional<Policy> find(long id) {
        return sql.first("select * from policy where id = ?", this::policy, id);
    }

    @Override
    public List<Policy> add(Collection<Policy> policies) {
        return sql.inTransaction(() -> {
            var stored = new ArrayList<Policy>(policies.size());
            for (var policy : policies) {
                long id = sql.insert(
                        "insert into policy (%s, version) values (%s, 1)".formatted(COLUMNS, PLACES), columns(policy));
                stored.add(remembered("policy_added", policy.numbered(id, 1)));
            }
            return stored;
        });
    }

    @Override
    public Policy update(Policy policy) {
        return sql.inTransaction(() -> remembered("policy_changed", replaced(policy)));
    }

    @Override
    public Policy adjust(Policy policy) {
        return sql.inTransaction(() -> {
            var adjusted = remembered("policy_changed", replaced(policy));
            sql.update(
                    "update policy_version set revises = false where policy_id = ? and version = ?",
                    adjusted.id(),
                    adjusted.version());
            // Proposals remember the version that was rejected; for them this is still the same policy.
            sql.update(
                    "update proposal set policy_version = ? where policy_id = ? and policy_version = ?",
                    adjusted.version(),
                    adjusted.id(),
                    policy.version());
            return adjusted;
        });
    }

    private Policy replaced(Policy policy) {
        int updated = sql.update(
                "update policy set (%s) = (%s), version = version + 1 where id = ? and version = ?"
                        .formatted(COLUMNS, PLACES),
                columns(policy, policy.id(), policy.version()));
        if (updated == 0) {
            throw new CountersignException.Stale(policy.name());
        }
        return policy.numbered(policy.id(), policy.version() + 1);
    }

    @Override
    public boolean remove(long id) {
        return sql.inTransaction(() -> {
            var policy = find(id);
            policy.ifPresent(removed -> {
                int withdrawn = sql.update("delete from proposal where policy_id = ? and status = 'pending'", id);
                sql.update("delete from policy where id = ?", id);
                audit.add(
                        clock.instant(),
                        List.of(AuditTrail.Row.of(
                                "policy_removed",
                                id,
                                removed.name()
                                        + (withdrawn == 0 ? "" : ", with " + withdrawn + " pending proposals"))));
            });
            return policy.isPresent();
        });
    }

    @Override
    public List<PolicyVersion> versions(long id) {
        return sql.list(
                "select version, changed_at, document from policy_version where policy_id = ? order by version desc",
                row -> new PolicyVersion(
                        row.getInt("version"),
                        Statements.instant(row, "changed_at"),
                        json.stored(row.getString("document")).numbered(id, row.getInt("version"))),
                id);
    }

    @Override
    public Policy reinstate(Policy policy) {
        return sql.inTransaction(() -> {
            var last = sql.first(
                    "select version from policy_version where policy_id = ? order by version desc limit 1",
                    row -> row.getInt(1),
                    policy.id());
            if (last.isEmpty() || find(policy.id()).isPresent()) {
                throw new CountersignException.Stale(policy.name());
            }
            var next = policy.numbered(policy.id(), last.get() + 1);
            sql.update(
                    "insert into policy (%s, id, version) values (%s, ?, ?)".formatted(COLUMNS, PLACES),
                    columns(next, next.id(), next.version()));
            return remembered("policy_added", next);
        });
    }

    /** What stands in {@link #COLUMNS}, then these. */
    private Object[] columns(Policy policy, Object... more) {
        var columns = Stream.of(
                policy.name(),
                policy.reason(),
                policy.enabled(),
                policy.priority(),
                json.print(policy.condition()),
                policy.action().id(),
                actions.paramsJson(policy.action()),
                policy.confidenceThreshold(),
                policy.includeProtected());
        return Stream.concat(columns, Stream.of(more)).toArray();
    }

    private Policy remembered(String event, Policy policy) {
        var now = clock.instant();
        sql.update(
                "insert into policy_version (policy_id, version, changed_at, document) values (?, ?, ?, ?)",
                policy.id(),
                policy.version(),
                now,
                json.printLine(policy));
        audit.add(now, List.of(AuditTrail.Row.of(event, policy.id(), policy.name())));
        return policy;
    }

    private Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("reason"),
                row.getBoolean("enabled"),
                row.getInt("priority"),
                json.storedCondition(row.getString("condition_json")),
                actions.decode(row.getString("action"), row.getString("params")),
                row.getDouble("confidence_threshold"),
                row.getBoolean("include_protected"));
    }
}
