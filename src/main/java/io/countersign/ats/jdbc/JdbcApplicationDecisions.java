package io.countersign.ats.jdbc;

import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationDecisions;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Decisions of one person in H2 or PostgreSQL. */
public final class JdbcApplicationDecisions implements ApplicationDecisions {
    private final Statements sql;
    private final String user;
    private final Clock clock;
    private final DecisionJson json = new DecisionJson();

    public JdbcApplicationDecisions(Database database, String user, Clock clock) {
        this.sql = new Statements(database);
        this.user = user;
        this.clock = clock;
    }

    @Override
    public List<Decided> all() {
        return sql.list(
                "select id, kind, document, decided_at from application_decision where user_id = ? order by id",
                this::decided,
                user);
    }

    private Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                row.getLong(1), Statements.instant(row, "decided_at"), json.read(row.getString(2), row.getString(3)));
    }

    @Override
    public long add(ApplicationDecision decision) {
        return sql.insert(
                "insert into application_decision (user_id, kind, document, decided_at) values (?, ?, ?, ?)",
                user,
                DecisionJson.kind(decision),
                json.write(decision),
                clock.instant());
    }

    @Override
    public void remove(long number) {
        sql.update("delete from application_decision where user_id = ? and id = ?", user, number);
    }
}
