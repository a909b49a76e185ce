package io.countersign.approval.jdbc;

import io.countersign.approval.PolicyCounters;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Instant;
import java.util.Map;

/** The table {@code policy_stats} and its log {@code policy_firing} in H2 or PostgreSQL. */
public final class JdbcPolicyCounters implements PolicyCounters {
    private static final String COUNT = """
            merge into policy_stats t
            using (values (cast(? as bigint), cast(? as varchar), cast(? as integer), cast(? as integer), cast(? as integer),
                           cast(? as timestamp with time zone)))
                  as s (policy_id, user_id, fired, approved, rejected, updated_at)
            on t.policy_id = s.policy_id and t.user_id = s.user_id
            when matched then update set fired = t.fired + s.fired, approved = t.approved + s.approved,
                rejected = t.rejected + s.rejected, updated_at = s.updated_at,
                precision = case when t.fired + s.fired = 0 then 0
                                 else cast(t.approved + s.approved as double precision) / (t.fired + s.fired) end
            when not matched then insert (policy_id, user_id, fired, approved, rejected, precision, updated_at)
                values (s.policy_id, s.user_id, s.fired, s.approved, s.rejected,
                        case when s.fired = 0 then 0 else cast(s.approved as double precision) / s.fired end, s.updated_at)
            """;

    private final Statements sql;
    private final String user;

    public JdbcPolicyCounters(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public void fired(Map<Long, Integer> perPolicy, Instant now) {
        sql.batch(
                "insert into policy_firing (user_id, policy_id, fired_at, fired) values (?, ?, ?, ?)",
                perPolicy.entrySet(),
                (to, entry) -> to.add(user).add(entry.getKey()).add(now).add(entry.getValue()));
        count(perPolicy, new int[] {1, 0, 0}, now);
    }

    @Override
    public void decided(boolean approve, Map<Long, Integer> perPolicy, Instant now) {
        count(perPolicy, approve ? new int[] {0, 1, 0} : new int[] {0, 0, 1}, now);
    }

    private void count(Map<Long, Integer> perPolicy, int[] columns, Instant now) {
        sql.batch(COUNT, perPolicy.entrySet(), (to, entry) -> {
            to.add(entry.getKey()).add(user);
            for (int column : columns) {
                to.add(column * entry.getValue());
            }
            to.add(now);
        });
    }
}
