package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A database as an older version of the program left it. */
final class OldHome {
    private OldHome() {}

    /** Opened by the program of today, after {@code filling} wrote into the schema of this version. */
    static Database opened(int version, Filling filling) throws SQLException {
        var name = "old-" + UUID.randomUUID();
        var url = "jdbc:h2:mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration/common")
                .target(Integer.toString(version))
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            filling.into(statement);
        }
        return Database.open(new DatabaseSettings.InMemory(name));
    }

    /** What the older version wrote. */
    @FunctionalInterface
    interface Filling {
        void into(Statement statement) throws SQLException;
    }
}
