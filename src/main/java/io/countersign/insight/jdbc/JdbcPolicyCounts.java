package io.countersign.insight.jdbc;

import io.countersign.insight.PolicyCounts;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.db.Statements.RowReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Counts in H2 or PostgreSQL. */
public final class JdbcPolicyCounts implements PolicyCounts {
    // Every policy that exists or ever fired; a removed one keeps the name of its newest version.
    private static final String NAMED = """
            select k.id as policy_id, coalesce(p.name, (select max(x.policy_name) from proposal x where x.policy_id = k.id),
                       'policy ' || cast(k.id as varchar)) as name,
                   coalesce(p.priority, 100000) as priority
            from (select id from policy union select policy_id from policy_stats where user_id = ?) k
            left join policy p on p.id = k.id
            """;
    private static final String ALL = "with named as (" + NAMED + ") " + """
            select n.policy_id, n.name, coalesce(s.fired, 0) as fired, coalesce(s.approved, 0) as approved,
                   coalesce(s.rejected, 0) as rejected, coalesce(w.pending, 0) as pending, s.updated_at
            from named n
            left join policy_stats s on s.policy_id = n.policy_id and s.user_id = ?
            left join (select policy_id, count(*) as pending from proposal where user_id = ? and status = 'pending'
                       group by policy_id) w on w.policy_id = n.policy_id
            order by n.priority, n.policy_id
            """;
    private static final String SINCE = "with named as (" + NAMED + ") " + """
            select n.policy_id, n.name, coalesce(f.fired, 0) as fired, coalesce(d.approved, 0) as approved,
                   coalesce(d.rejected, 0) as rejected, coalesce(w.pending, 0) as pending,
                   greatest(f.newest, d.newest) as updated_at
            from named n
            left join (select policy_id, sum(fired) as fired, max(fired_at) as newest from policy_firing
                       where user_id = ? and fired_at >= ? group by policy_id) f on f.policy_id = n.policy_id
            left join (select policy_id, count(*) filter (where approve) as approved,
                              count(*) filter (where not approve) as rejected, max(decided_at) as newest
                       from decision where user_id = ? and decided_at >= ? and undone_at is null
                       group by policy_id) d on d.policy_id = n.policy_id
            left join (select policy_id, count(*) as pending from proposal
                       where user_id = ? and status = 'pending' and created_at >= ?
                       group by policy_id) w on w.policy_id = n.policy_id
            order by n.priority, n.policy_id
            """;

    private final Statements sql;
    private final RowReader<Row> reader;

    /** {@code clock}: when a policy without any counts was counted. */
    public JdbcPolicyCounts(Database database, Clock clock) {
        this.sql = new Statements(database);
        this.reader = row -> new Row(
                row.getLong("policy_id"),
                row.getString("name"),
                row.getLong("fired"),
                row.getLong("approved"),
                row.getLong("rejected"),
                row.getLong("pending"),
                Statements.optionalInstant(row, "updated_at").orElseGet(clock::instant));
    }

    @Override
    public List<Row> all(String user) {
        return sql.list(ALL, reader, user, user, user);
    }

    @Override
    public List<Row> since(String user, Instant from) {
        return sql.list(SINCE, reader, user, user, from, user, from, user, from);
    }
}
