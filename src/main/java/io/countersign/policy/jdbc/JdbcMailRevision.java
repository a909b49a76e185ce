package io.countersign.policy.jdbc;

import io.countersign.policy.simulation.MailRevision;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.util.List;

/**
 * Asks H2, which counts the changes of a table, or adds up what only grows, the versions, and what only falls when
 * conversations become one, the threads.
 */
public final class JdbcMailRevision implements MailRevision {
    private static final String EMBEDDED = "select cast(last_modification as varchar) as revision"
            + " from information_schema.tables where table_schema = 'public' and table_name = 'message'";
    private static final String SERVER =
            "select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(sum(thread_id), 0)"
                    + " as revision from message";
    // Ordered by all columns of the index, so that H2 reads nothing but that.
    private static final String MARKS = "select id, version, thread_id from message order by id, version, thread_id";

    private final Statements sql;
    private final String query;

    public JdbcMailRevision(Database database) {
        this.sql = new Statements(database);
        this.query = database.isEmbedded() ? EMBEDDED : SERVER;
    }

    @Override
    public String current() {
        return sql.first(query, row -> row.getString("revision")).orElse("");
    }

    @Override
    public List<Mark> marks() {
        return sql.list(MARKS, row -> new Mark(row.getLong(1), row.getInt(2), row.getLong(3)));
    }
}
