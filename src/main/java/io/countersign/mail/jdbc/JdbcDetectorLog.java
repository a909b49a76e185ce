package io.countersign.mail.jdbc;

import io.countersign.mail.DetectorLog;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.time.Clock;

/** Detector versions as flags in H2 or PostgreSQL. */
public final class JdbcDetectorLog implements DetectorLog {
    private static final String PREFIX = "mail_understood_by:";

    private final Statements sql;
    private final Clock clock;

    public JdbcDetectorLog(Database database, Clock clock) {
        this.sql = new Statements(database);
        this.clock = clock;
    }

    @Override
    public boolean knows(String version) {
        return sql.number("select count(*) from flag where name = ?", PREFIX + version) > 0;
    }

    @Override
    public void add(String version) {
        sql.update(
                "insert into flag (name, set_at) values (?, ?) on conflict do nothing",
                PREFIX + version,
                clock.instant());
    }
}
