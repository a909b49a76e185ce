package io.countersign.policy.jdbc;

import io.countersign.policy.simulation.MailRevision;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;

/** Asks H2, which counts the changes of a table, or adds up the versions of all mail, which takes PostgreSQL little. */
public final class JdbcMailRevision implements MailRevision {
    private static final String EMBEDDED = "select cast(last_modification as varchar) as revision"
            + " from information_schema.tables where table_schema = 'public' and table_name = 'message'";
    private static final String SERVER =
            "select count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(version), 0) as revision from"
                    + " message";

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
}
