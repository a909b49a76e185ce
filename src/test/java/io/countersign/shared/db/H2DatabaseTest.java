package io.countersign.shared.db;

final class H2DatabaseTest extends DatabaseContract {
    @Override
    Database open() {
        return TestDatabases.h2();
    }
}
