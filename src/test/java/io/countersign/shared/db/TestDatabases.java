package io.countersign.shared.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Fresh, empty, migrated databases for tests: an H2 in memory, or one of a real PostgreSQL server that all tests share. */
public final class TestDatabases {
    private TestDatabases() {}

    public static Database h2() {
        return Database.open(new DatabaseSettings.InMemory("test-" + UUID.randomUUID()));
    }

    public static Database postgres() {
        return Database.open(new DatabaseSettings.Remote(newPostgresUrl(), "postgres", "postgres"));
    }

    /** What makes the program use a fresh PostgreSQL database. */
    public static Map<String, String> postgresEnvironment() {
        return Map.of(
                "COUNTERSIGN_DB_URL", newPostgresUrl(),
                "COUNTERSIGN_DB_USER", "postgres",
                "COUNTERSIGN_DB_PASSWORD", "postgres");
    }

    private static String newPostgresUrl() {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses a new database", e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Started with the first test that needs it, stopped with the test process. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
