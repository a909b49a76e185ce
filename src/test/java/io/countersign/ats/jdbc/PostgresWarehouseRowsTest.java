package io.countersign.ats.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresWarehouseRowsTest extends WarehouseRowsContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
