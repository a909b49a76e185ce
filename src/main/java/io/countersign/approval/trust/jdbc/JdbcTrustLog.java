package io.countersign.approval.trust.jdbc;

import io.countersign.approval.jdbc.JdbcDecisionRepository;
import io.countersign.approval.trust.Answer;
import io.countersign.approval.trust.DriftAlarm;
import io.countersign.approval.trust.Standing;
import io.countersign.approval.trust.TrustDesk.Done;
import io.countersign.approval.trust.TrustEvent;
import io.countersign.approval.trust.TrustLevel;
import io.countersign.approval.trust.TrustLog;
import io.countersign.policy.Policy;
import io.countersign.shared.db.AuditTrail;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standings, answers and what was done alone, in H2 or PostgreSQL. */
public final class JdbcTrustLog implements TrustLog {
    private static final String STORE = """
            merge into policy_trust t
            using (values (cast(? as varchar), cast(? as bigint), cast(? as integer), cast(? as integer), cast(? as varchar),
                           cast(? as bigint), cast(? as bigint), cast(? as integer), cast(? as integer), cast(? as boolean),
                           cast(? as timestamp with time zone), cast(? as varchar)))
                  as s (user_id, policy_id, policy_version, from_version, level, approved, rejected, recent_approved,
                        recent_rejected, declined, since, demoted)
            on t.user_id = s.user_id and t.policy_id = s.policy_id
            when matched then update set policy_version = s.policy_version, from_version = s.from_version, level = s.level,
                approved = s.approved, rejected = s.rejected, recent_approved = s.recent_approved,
                recent_rejected = s.recent_rejected, declined = s.declined, since = s.since, demoted = s.demoted
            when not matched then insert (user_id, policy_id, policy_version, from_version, level, approved, rejected,
                    recent_approved, recent_rejected, declined, since, demoted)
                values (s.user_id, s.policy_id, s.policy_version, s.from_version, s.level, s.approved, s.rejected,
                        s.recent_approved, s.recent_rejected, s.declined, s.since, s.demoted)
            """;
    private static final String DONE = """
            select b.acting_policy_id, b.acting_policy_name, b.id, b.failed, count(*) as acted, count(d.undone_at) as undone
            from automatic_decision d join batch b on b.id = d.batch_id
            where d.user_id = ? and d.decided_at >= ? and d.decided_at < ?
            group by b.acting_policy_id, b.acting_policy_name, b.id, b.failed order by b.id
            """;

    private final Statements sql;
    private final JdbcDecisionRepository decisions;
    private final AuditTrail trail;
    private final PolicyOrigins origins;
    private final String user;

    public JdbcTrustLog(Database database, String user) {
        this.sql = new Statements(database);
        this.decisions = new JdbcDecisionRepository(database, user);
        this.trail = new AuditTrail(database, user);
        this.origins = new PolicyOrigins(database);
        this.user = user;
    }

    @Override
    public void lock() {
        decisions.lock();
    }

    @Override
    public Map<Long, Stored> stored(Collection<Long> policyIds) {
        var found = new HashMap<Long, Stored>();
        sql.list(
                "select * from policy_trust where policy_id = any(?) and user_id = ?",
                row -> found.put(
                        row.getLong("policy_id"),
                        new Stored(row.getInt("policy_version"), row.getInt("from_version"), standing(row))),
                policyIds,
                user);
        return found;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                TrustLevel.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getLong("approved"),
                row.getLong("rejected"),
                new DriftAlarm(row.getInt("recent_approved"), row.getInt("recent_rejected")),
                row.getBoolean("declined"),
                Statements.instant(row, "since"),
                Optional.ofNullable(row.getString("demoted")));
    }

    @Override
    public void store(long policyId, Stored stored) {
        var standing = stored.standing();
        sql.update(
                STORE,
                user,
                policyId,
                stored.version(),
                stored.fromVersion(),
                standing.level().name().toLowerCase(Locale.ROOT),
                standing.approved(),
                standing.rejected(),
                standing.alarm().approved(),
                standing.alarm().rejected(),
                standing.declined(),
                standing.since(),
                standing.demoted().orElse(null));
    }

    @Override
    public Origin origin(Policy policy) {
        return origins.of(policy);
    }

    private record Placed(long afterBatch, TrustEvent event) {}

    @Override
    public List<TrustEvent> events(long policyId, int fromVersion) {
        var placed = new ArrayList<>(sql.list(
                "select batch_id, approve, count(*) as times, min(decided_at) as decided_at from decision where policy_id = ?"
                        + " and user_id = ? and policy_version >= ? and undone_at is null group by batch_id, approve"
                        + " order by batch_id",
                row -> new Placed(
                        row.getLong("batch_id"),
                        new TrustEvent.Decided(
                                row.getBoolean("approve"),
                                row.getLong("times"),
                                Statements.instant(row, "decided_at"))),
                policyId,
                user,
                fromVersion));
        placed.addAll(sql.list(
                "select after_batch, answer, answered_at from trust_answer where policy_id = ? and user_id = ?"
                        + " and policy_version >= ? order by id",
                row -> new Placed(
                        row.getLong("after_batch"),
                        new TrustEvent.Said(
                                Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
                                Statements.instant(row, "answered_at"))),
                policyId,
                user,
                fromVersion));
        // Stable: an answer follows the batch that was the newest when it was given.
        placed.sort(Comparator.comparingLong(Placed::afterBatch));
        return placed.stream().map(Placed::event).toList();
    }

    @Override
    public void answer(Policy policy, Answer answer, Instant now) {
        sql.update(
                "insert into trust_answer (user_id, policy_id, policy_version, answer, after_batch, answered_at)"
                        + " select ?, ?, ?, ?, coalesce(max(id), 0), ? from batch where user_id = ?",
                user,
                policy.id(),
                policy.version(),
                answer.id(),
                now,
                user);
    }

    @Override
    public void audit(Instant at, String event, Policy policy, @Nullable String outcome) {
        trail.add(at, List.of(new AuditTrail.Row(event, null, null, null, policy.id(), policy.name(), outcome)));
    }

    @Override
    public List<Done> done(Instant from, Instant to) {
        var perPolicy = new LinkedHashMap<Long, Done>();
        sql.list(
                DONE,
                row -> perPolicy.merge(
                        row.getLong("acting_policy_id"),
                        new Done(
                                row.getLong("acting_policy_id"),
                                row.getString("acting_policy_name"),
                                row.getLong("acted") - row.getInt("failed"),
                                row.getLong("undone"),
                                List.of(row.getLong("id"))),
                        JdbcTrustLog::joined),
                user,
                from,
                to);
        return List.copyOf(perPolicy.values());
    }

    private static Done joined(Done earlier, Done later) {
        var batches = new ArrayList<>(earlier.batches());
        batches.addAll(later.batches());
        return new Done(
                earlier.policyId(),
                later.name(),
                earlier.acted() + later.acted(),
                earlier.undone() + later.undone(),
                batches);
    }

    @Override
    public Optional<LocalDate> told() {
        return sql.first(
                "select on_day from digest_told where user_id = ?",
                row -> row.getObject("on_day", LocalDate.class),
                user);
    }

    @Override
    public void tell(LocalDate day) {
        if (sql.update("update digest_told set on_day = ? where user_id = ?", day, user) == 0) {
            sql.update("insert into digest_told (user_id, on_day) values (?, ?) on conflict do nothing", user, day);
        }
    }
}
