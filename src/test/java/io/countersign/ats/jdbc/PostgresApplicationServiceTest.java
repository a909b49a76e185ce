package io.countersign.ats.jdbc;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

final class PostgresApplicationServiceTest extends ApplicationServiceContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
