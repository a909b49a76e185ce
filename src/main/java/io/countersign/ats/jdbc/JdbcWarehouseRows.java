package io.countersign.ats.jdbc;

import io.countersign.ats.WarehouseRow;
import io.countersign.ats.WarehouseRows;
import io.countersign.mail.Stage;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one person read from a warehouse, in H2 or PostgreSQL. */
public final class JdbcWarehouseRows implements WarehouseRows {
    private final Statements sql;
    private final String user;
    private final Clock clock;

    private record Key(String system, String applicationId) {}

    private record Stored(long number, WarehouseRow row) {}

    public JdbcWarehouseRows(Database database, String user, Clock clock) {
        this.sql = new Statements(database);
        this.user = user;
        this.clock = clock;
    }

    @Override
    public List<Numbered> all() {
        return sql.list(
                "select id, application_id, system, company, email, stage, last_stage_change, interview_date, role"
                        + " from warehouse_application where user_id = ? and present order by id",
                row -> new Numbered(row.getLong(1), read(row)),
                user);
    }

    private static WarehouseRow read(ResultSet row) throws SQLException {
        return new WarehouseRow(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).flatMap(Stage::of),
                Statements.optionalInstant(row, "last_stage_change"),
                Statements.optionalInstant(row, "interview_date"),
                Optional.ofNullable(row.getString(9)));
    }

    @Override
    public void replace(List<WarehouseRow> rows) {
        sql.inTransaction(() -> {
            var numbers = numbers();
            var known = new ArrayList<Stored>();
            var fresh = new ArrayList<WarehouseRow>();
            for (var row : rows) {
                var number = numbers.get(new Key(row.system(), row.applicationId()));
                if (number == null) {
                    fresh.add(row);
                } else {
                    known.add(new Stored(number, row));
                }
            }
            sql.update("update warehouse_application set present = ? where user_id = ? and present", false, user);
            store(known, fresh, clock.instant());
            return rows.size();
        });
    }

    /** The numbers of all that was ever read. */
    private Map<Key, Long> numbers() {
        var numbers = new HashMap<Key, Long>();
        sql.list(
                        "select id, system, application_id from warehouse_application where user_id = ?",
                        row -> Map.entry(new Key(row.getString(2), row.getString(3)), row.getLong(1)),
                        user)
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return numbers;
    }

    private void store(List<Stored> known, List<WarehouseRow> fresh, Instant now) {
        sql.batch(
                "update warehouse_application set company = ?, email = ?, stage = ?, last_stage_change = ?,"
                        + " interview_date = ?, role = ?, present = ?, imported_at = ? where id = ?",
                known,
                (arguments, one) -> content(arguments, one.row(), now).add(one.number()));
        sql.batch(
                "insert into warehouse_application (company, email, stage, last_stage_change, interview_date, role,"
                        + " present, imported_at, user_id, system, application_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh,
                (arguments, row) ->
                        content(arguments, row, now).add(user).add(row.system()).add(row.applicationId()));
    }

    private static Statements.Arguments content(Statements.Arguments arguments, WarehouseRow row, Instant now)
            throws SQLException {
        return arguments
                .add(row.company())
                .add(row.email())
                .add(row.stage().map(Stage::id).orElse(null))
                .add(row.lastStageChange().orElse(null))
                .add(row.interviewDate().orElse(null))
                .add(row.role().orElse(null))
                .add(true)
                .add(now);
    }
}
