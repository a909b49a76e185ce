package io.countersign.ats.jdbc;

import io.countersign.shared.db.TestDatabases;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

final class PostgresWarehouseViewTest extends WarehouseViewContract {
    PostgresWarehouseViewTest() throws SQLException {
        super(source(TestDatabases.postgresEnvironment()));
    }

    private static Source source(Map<String, String> environment) {
        var url = Objects.requireNonNull(environment.get("COUNTERSIGN_DB_URL"));
        int settings = url.indexOf('?');
        return new Source(
                settings < 0 ? url : url.substring(0, settings),
                Objects.requireNonNull(environment.get("COUNTERSIGN_DB_USER")),
                Objects.requireNonNull(environment.get("COUNTERSIGN_DB_PASSWORD")));
    }
}
