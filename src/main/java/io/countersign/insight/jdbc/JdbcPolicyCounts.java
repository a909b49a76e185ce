package io.countersign.insight.jdbc;

import io.countersign.insight.PolicyCounts;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import io.countersign.shared.db.Statements.RowReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Counts in H2 or PostgreSQL. */
public final class JdbcPolicyCounts implements PolicyCounts {
    /** What the statistics of policies, with recall, are read from. */
    public static final Set<String> TABLES =
            Set.of("policy", "policy_stats", "policy_day", "proposal", "by_hand", "recall_frame", "recall_question");

    // Every policy that exists or ever fired; a removed one keeps the name of its newest proposal.
    private static final String ROWS = """
            with named as (
                select k.id as policy_id, coalesce(p.name, (select x.policy_name from proposal x where x.policy_id = k.id
                                         fetch first 1 rows only), 'policy ' || cast(k.id as varchar)) as name,
                       coalesce(p.priority, 100000) as priority
                from (select id from policy union select policy_id from policy_stats where user_id = ?) k
                left join policy p on p.id = k.id)
            select n.policy_id, n.name, coalesce(c.fired, 0) as fired, coalesce(c.approved, 0) as approved,
                   coalesce(c.rejected, 0) as rejected, (select count(*) from proposal w where w.policy_id = n.policy_id and w.user_id = ? and w.status = 'pending')
                       as pending,
                   s.updated_at
            from named n
            left join policy_stats s on s.policy_id = n.policy_id and s.user_id = ?
            left join (%s) c on c.policy_id = n.policy_id
            order by n.priority, n.policy_id
            """;
    private static final String ALL =
            ROWS.formatted("select policy_id, fired, approved, rejected from policy_stats where user_id = ?");
    private static final String SINCE = ROWS.formatted("""
            select policy_id, sum(fired) as fired, sum(approved) as approved, sum(rejected) as rejected
            from policy_day where user_id = ? and on_day >= ? group by policy_id""");

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
        return sql.list(ALL, reader, user, user, user, user);
    }

    @Override
    public List<Row> since(String user, LocalDate firstDay) {
        return sql.list(SINCE, reader, user, user, user, user, firstDay);
    }

    @Override
    public List<Day> days(String user, LocalDate firstDay) {
        return sql.list(
                "select on_day, policy_id, fired, approved, rejected from policy_day where user_id = ? and on_day >= ?"
                        + " order by on_day, policy_id",
                row -> new Day(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                user,
                firstDay);
    }

    @Override
    public List<Tenth> tenths(String user, LocalDate firstDay) {
        return sql.list(
                "select tenth, sum(decided) as decided, sum(approved) as approved, sum(millionths) as millionths"
                        + " from confidence_day where user_id = ? and on_day >= ? group by tenth having sum(decided) > 0"
                        + " order by tenth",
                row -> new Tenth(
                        row.getInt("tenth"),
                        row.getLong("decided"),
                        row.getLong("approved"),
                        row.getLong("millionths") / 1e6),
                user,
                firstDay);
    }
}
