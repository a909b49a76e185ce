package io.countersign.ats.jdbc;

import io.countersign.ats.EnrichmentLog;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The runs for one person in H2 or PostgreSQL. */
public final class JdbcEnrichmentLog implements EnrichmentLog {
    private final Statements sql;
    private final String user;

    public JdbcEnrichmentLog(Database database, String user) {
        this.sql = new Statements(database);
        this.user = user;
    }

    @Override
    public Optional<Run> newest() {
        return sql.first(
                "select started_at, examined, enriched, applications, seconds, newest_message_id, knowledge"
                        + " from ats_enrichment_run where user_id = ? order by id desc fetch first 1 rows only",
                JdbcEnrichmentLog::run,
                user);
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                Statements.instant(row, "started_at"),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getDouble(5),
                row.getLong(6),
                row.getLong(7));
    }

    @Override
    public void add(Run run) {
        sql.insert(
                "insert into ats_enrichment_run (user_id, started_at, examined, enriched, applications, seconds,"
                        + " newest_message_id, knowledge) values (?, ?, ?, ?, ?, ?, ?, ?)",
                user,
                run.startedAt(),
                run.examined(),
                run.enriched(),
                run.applications(),
                run.seconds(),
                run.newestMessageId(),
                run.knowledge());
    }

    @Override
    public long enrichedTotal() {
        return sql.number("select coalesce(sum(enriched), 0) from ats_enrichment_run where user_id = ?", user);
    }

    @Override
    public Map<Long, Long> readings(Collection<Long> messageIds) {
        var readings = new HashMap<Long, Long>();
        sql.list(
                "select message_id, knowledge from ats_reading where message_id = any(?)",
                row -> readings.put(row.getLong(1), row.getLong(2)),
                messageIds);
        return readings;
    }

    @Override
    public void note(Map<Long, Long> knowledgeByMessage) {
        sql.inTransaction(() -> {
            sql.update("delete from ats_reading where message_id = any(?)", knowledgeByMessage.keySet());
            sql.batch(
                    "insert into ats_reading (message_id, knowledge) values (?, ?)",
                    knowledgeByMessage.entrySet(),
                    (arguments, reading) -> arguments.add(reading.getKey()).add(reading.getValue()));
            return knowledgeByMessage.size();
        });
    }
}
