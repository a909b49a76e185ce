package io.countersign.shared.db;

final class PostgresDatabaseTest extends DatabaseContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
