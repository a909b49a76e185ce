package io.countersign.approval;

import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;

class PostgresSourceChangesTest extends SourceChangesContract {
    @Override
    Database open() {
        return TestDatabases.postgres();
    }
}
